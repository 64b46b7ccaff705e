using System.Management.Automation.Language;
using System.Text;

namespace EcsTools.Docs;

/// <summary>
/// The picture of a session in the README: each statement of docs/examples/session.ps1 typed at a prompt, and what came of it.
/// </summary>
public static class Session
{
    private const int Width = 118;

    /// <summary>The file of the picture.</summary>
    public static string File { get; } = Path.Combine(Paths.Docs, "images", "session.svg");

    /// <summary>Plays the session, and draws it.</summary>
    public static string Draw()
    {
        var script = Path.Combine(Paths.Docs, "examples", "session.ps1");
        using var prompt = new Prompt(Width, colours: true);
        prompt.Evaluate($"$ExecutionContext.SessionState.Path.SetLocation('{Path.GetDirectoryName(script)}') | Out-Null");
        var screen = new StringBuilder();
        foreach (var statement in Parser.ParseFile(script, out _, out _).EndBlock.Statements)
        {
            screen.Append("\e[36mPS>\e[0m ").Append(statement.Extent.Text).Append('\n');
            if (prompt.Type(statement.Extent.Text) is { Length: > 0 } output) screen.Append('\n').Append(output).Append("\n\n");
        }

        return Svg.Draw(AnsiText.Lines(screen.ToString().TrimEnd('\n'), Width), Width);
    }
}
