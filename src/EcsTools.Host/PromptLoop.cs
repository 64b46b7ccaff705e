using System.Management.Automation;
using System.Management.Automation.Language;

namespace EcsTools.Host;

/// <summary>Reads commands and runs them until <c>exit</c> or the end of input. A command that is not finished goes on on the next line.</summary>
internal sealed class PromptLoop(Shell shell, Input input)
{
    private const string ContinuationPrompt = ">> ";

    private readonly History history = new();

    /// <summary>Runs until it is told to end.</summary>
    /// <param name="ends">Whether to end, asked before each command.</param>
    public void Run(Func<bool> ends)
    {
        while (!ends())
        {
            try
            {
                if (ReadCommand() is not { } command)
                    return;
                if (!string.IsNullOrWhiteSpace(command))
                    shell.RunText(command);
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C threw the typed line away: a fresh prompt follows.
            }
        }
    }

    private string? ReadCommand()
    {
        string command = "";
        string prompt = shell.Prompt();
        while (ReadLine(prompt, command) is { } line)
        {
            command += line;
            if (!IsUnfinished(command))
                return command;
            command += '\n';
            prompt = ContinuationPrompt;
        }

        return command.Length > 0 ? command : null;
    }

    private string? ReadLine(string prompt, string linesBefore)
    {
        string? line = input.ReadCommandLine(prompt, history, (text, cursor) => Complete(linesBefore, text, cursor));
        if (line is not null)
            history.Add(line);
        return line;
    }

    private CommandCompletion? Complete(string linesBefore, string line, int cursor)
    {
        CommandCompletion found = shell.Complete(linesBefore + line, linesBefore.Length + cursor);
        if (found.ReplacementIndex < linesBefore.Length)
            return null;
        found.ReplacementIndex -= linesBefore.Length;
        return found;
    }

    private static bool IsUnfinished(string command)
    {
        Parser.ParseInput(command, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
