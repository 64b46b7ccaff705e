using System.Management.Automation;
using System.Management.Automation.Host;

namespace EcsTools.Host;

/// <summary>Reads lines: edited on a terminal, plain from a pipe or a file. Ctrl+C while reading stops what is running.</summary>
internal sealed class Input(Screen screen, Interrupts interrupts, bool nonInteractive)
{
    private readonly LineEditor editor = new(Console.Out);
    private Task<string?>? pendingLine;

    /// <summary>Makes sure that there is someone to ask.</summary>
    public void EnsureMayAsk()
    {
        if (nonInteractive)
            throw new HostException("The host runs with -NonInteractive: it cannot ask.");
    }

    /// <summary>Asks for a line in a running pipeline.</summary>
    /// <param name="prompt">What to show before it.</param>
    /// <param name="secret">Whether it must not be seen.</param>
    /// <returns>The line, or null at the end of input.</returns>
    public string? ReadLine(string prompt = "", bool secret = false)
    {
        EnsureMayAsk();
        screen.HideProgress();
        try
        {
            if (Terminal.CanEdit || (secret && !Console.IsInputRedirected))
                return editor.Read(prompt, secret: secret);

            screen.Write(prompt);
            string? line = ReadPlainLine();
            if (Console.IsInputRedirected)
                screen.Write(Environment.NewLine);
            return line;
        }
        catch (OperationCanceledException)
        {
            interrupts.Stop();
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Asks for a line of a command, with history and completion where it can be edited.</summary>
    /// <returns>The line, or null at the end of input.</returns>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public string? ReadCommandLine(string prompt, History history, LineEditor.Completer complete)
    {
        if (Terminal.CanEdit)
            return editor.Read(prompt, history, complete);

        if (!Console.IsInputRedirected)
            screen.Write(prompt);
        return ReadPlainLine();
    }

    /// <summary>A blocked read of a pipe cannot be called off, so it is left to finish and its line goes to whoever asks next.</summary>
    private string? ReadPlainLine()
    {
        pendingLine ??= Task.Run(Console.In.ReadLine);
        pendingLine.Wait(interrupts.Stopping);
        string? line = pendingLine.Result;
        pendingLine = null;
        return line;
    }
}
