using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>The one way to standard output and standard error: text scrolls above, progress stays below it.</summary>
internal sealed class Screen
{
    private readonly Lock gate = new();
    private readonly IProgressView progress = Terminal.CanDraw ? new ProgressPane(Console.Out) : new ProgressLog(Console.Error);
    private bool atLineStart = true;
    private bool allToErrors;

    public void Write(string text)
    {
        if (allToErrors)
            WriteError(text);
        else
            Write(Console.Out, text, Terminal.CanDraw);
    }

    public void WriteError(string text) => Write(Console.Error, text, Terminal.CanDrawErrors);

    /// <summary>Does something during which all that is written is an error.</summary>
    public void ToErrors(Action write)
    {
        allToErrors = true;
        try
        {
            write();
        }
        finally
        {
            allToErrors = false;
        }
    }

    public void Report(ProgressRecord record)
    {
        lock (gate)
            progress.Report(record, mayDraw: atLineStart);
    }

    /// <summary>Takes the progress off the screen until it is next reported, for whoever writes to the terminal directly.</summary>
    public void HideProgress()
    {
        lock (gate)
            progress.Hide();
    }

    /// <summary>Forgets activities that ended without saying so.</summary>
    public void EndProgress()
    {
        lock (gate)
            progress.Clear();
    }

    private void Write(TextWriter writer, string text, bool onTerminal)
    {
        if (text.Length == 0)
            return;
        lock (gate)
        {
            progress.Hide();
            writer.Write(Escape.Render(text, onTerminal));
            atLineStart = text.EndsWith('\n');
            if (atLineStart)
                progress.Redraw();
        }
    }
}
