using System.Management.Automation;
using System.Management.Automation.Internal;

namespace EcsTools.Host;

/// <summary>The few terminal control sequences that the host draws with.</summary>
internal static class Escape
{
    /// <summary>Clears from the cursor to the end of the screen.</summary>
    public const string EraseBelow = "\e[0J";

    public static string Up(int rows) => rows > 0 ? $"\e[{rows}A" : "";

    public static string Right(int columns) => columns > 0 ? $"\e[{columns}C" : "";

    /// <summary>The text with its colours where they may be shown (<c>$PSStyle.OutputRendering</c>), else without them.</summary>
    /// <param name="text">Text that may hold escape sequences.</param>
    /// <param name="onTerminal">Whether it goes to a terminal.</param>
    public static string Render(string text, bool onTerminal)
    {
        bool colours = PSStyle.Instance.OutputRendering switch
        {
            OutputRendering.Ansi => true,
            OutputRendering.PlainText => false,
            _ => onTerminal,
        };
        return colours ? text : new StringDecorated(text).ToString(OutputRendering.PlainText);
    }
}
