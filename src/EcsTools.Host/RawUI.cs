using System.Management.Automation.Host;

namespace EcsTools.Host;

/// <summary>The screen as cells. A terminal can be measured, cleared and read by key, but what it shows cannot be read back.</summary>
internal sealed class RawUI(Screen screen) : PSHostRawUserInterface
{
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override int CursorSize { get; set; } = 25;
    public override Coordinates WindowPosition { get; set; }
    public override Size MaxWindowSize => WindowSize;
    public override Size MaxPhysicalWindowSize => WindowSize;
    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override Size BufferSize
    {
        get => WindowSize;
        set => throw new NotSupportedException("The size of this terminal is set by its user.");
    }

    public override Size WindowSize
    {
        get => new(Terminal.Width, Terminal.Height);
        set => throw new NotSupportedException("The size of this terminal is set by its user.");
    }

    public override Coordinates CursorPosition
    {
        get => Terminal.CanDraw ? new(Console.CursorLeft, Console.CursorTop) : default;
        set
        {
            if (Terminal.CanDraw)
                Console.SetCursorPosition(value.X, value.Y);
        }
    }

    public override string WindowTitle
    {
        get => OperatingSystem.IsWindows() ? Console.Title : "";
        set
        {
            if (Terminal.CanDraw)
                Console.Title = value;
        }
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        screen.HideProgress();
        ConsoleKeyInfo key = Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new((int)key.Key, key.KeyChar, ToControlKeys(key.Modifiers), keyDown: true);
    }

    /// <summary>Clears the screen when the whole of it is filled with blanks, which is how Clear-Host asks.</summary>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (Terminal.CanDraw && fill.Character == ' ')
            Console.Clear();
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw CellsCannotBeReached();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw CellsCannotBeReached();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw CellsCannotBeReached();

    private static NotSupportedException CellsCannotBeReached() => new("This host cannot reach the cells of the terminal.");

    private static ControlKeyStates ToControlKeys(ConsoleModifiers modifiers) =>
        (modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0)
        | (modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0);
}
