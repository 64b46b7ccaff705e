using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>What this process is attached to: a person's terminal, or files and pipes.</summary>
internal static class Terminal
{
    private const int UsualLogWidth = 120;

    private static bool Dumb { get; } = Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Whether the screen can be drawn on: standard output is a terminal that knows escape sequences.</summary>
    public static bool CanDraw { get; } = !Console.IsOutputRedirected && !Dumb;

    /// <summary>Whether a line can be edited as it is typed.</summary>
    public static bool CanEdit { get; } = CanDraw && !Console.IsInputRedirected;

    /// <summary>Whether errors appear on a terminal that knows escape sequences.</summary>
    public static bool CanDrawErrors { get; } = !Console.IsErrorRedirected && !Dumb;

    /// <summary>Columns: the terminal's own, else COLUMNS, else what a log reader's page usually holds.</summary>
    public static int Width =>
        !Console.IsOutputRedirected && Console.WindowWidth > 0 ? Console.WindowWidth
        : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns > 0 ? columns
        : UsualLogWidth;

    /// <summary>Lines of the terminal; without one, as many as any layout may ask for.</summary>
    public static int Height => !Console.IsOutputRedirected && Console.WindowHeight > 0 ? Console.WindowHeight : short.MaxValue;

    /// <summary>Readies the console for UTF-8 and escape sequences, and heeds NO_COLOR (https://no-color.org).</summary>
    public static void Prepare()
    {
        if (OperatingSystem.IsWindows())
            WindowsConsole.Prepare();
        if (Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Dumb)
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
    }
}
