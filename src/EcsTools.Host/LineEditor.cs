using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>Edits one line on a terminal: arrows, Home, End, Backspace, Delete, history, Tab to walk the completions.</summary>
internal sealed class LineEditor(TextWriter terminal)
{
    /// <summary>Finds what may stand at the cursor, or null.</summary>
    public delegate CommandCompletion? Completer(string line, int cursor);

    /// <summary>Reads a line.</summary>
    /// <param name="prompt">Shown before it; may hold colours and line breaks.</param>
    /// <param name="history">Earlier lines, if any.</param>
    /// <param name="complete">What Tab asks, if anything.</param>
    /// <param name="secret">Whether to show stars.</param>
    /// <returns>The line, or null when Ctrl+D ended the input.</returns>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public string? Read(string prompt, History? history = null, Completer? complete = null, bool secret = false)
    {
        int lastBreak = prompt.LastIndexOf('\n') + 1;
        terminal.Write(prompt[..lastBreak]);
        var view = new LineView(terminal, prompt[lastBreak..], secret);
        var line = new LineBuffer();
        var completions = complete is null ? null : new CompletionCycle(complete);

        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                view.Show(line);
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                if (key.Key == ConsoleKey.Tab)
                {
                    completions?.Next(line, forward: !key.Modifiers.HasFlag(ConsoleModifiers.Shift));
                    continue;
                }

                completions?.Reset();
                switch (key)
                {
                    case { Key: ConsoleKey.Enter }:
                        view.Leave(line);
                        return line.Text;
                    case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                        view.Leave(line);
                        throw new OperationCanceledException();
                    case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when line.Text.Length == 0:
                        view.Leave(line);
                        return null;
                    case { Key: ConsoleKey.UpArrow }:
                        line.Replace(history?.Older(line.Text));
                        break;
                    case { Key: ConsoleKey.DownArrow }:
                        line.Replace(history?.Newer());
                        break;
                    default:
                        line.Apply(key);
                        break;
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }
}
