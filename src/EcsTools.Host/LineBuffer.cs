namespace EcsTools.Host;

/// <summary>The text of a line and the cursor in it.</summary>
internal sealed class LineBuffer
{
    public string Text { get; private set; } = "";

    /// <summary>How many characters stand before the cursor.</summary>
    public int Cursor { get; private set; }

    /// <summary>Does what an editing key or a character says.</summary>
    public void Apply(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                Cursor = Math.Max(0, Cursor - 1);
                break;
            case ConsoleKey.RightArrow:
                Cursor = Math.Min(Text.Length, Cursor + 1);
                break;
            case ConsoleKey.Home:
                Cursor = 0;
                break;
            case ConsoleKey.End:
                Cursor = Text.Length;
                break;
            case ConsoleKey.Backspace when Cursor > 0:
                Replace(Cursor - 1, 1, "");
                break;
            case ConsoleKey.Delete when Cursor < Text.Length:
                Replace(Cursor, 1, "");
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                    Replace(Cursor, 0, key.KeyChar.ToString());
                break;
        }
    }

    /// <summary>Puts another line in its place, when there is one.</summary>
    public void Replace(string? text)
    {
        if (text is not null)
            Replace(0, Text.Length, text);
    }

    /// <summary>Puts other characters in the place of some, with the cursor after them.</summary>
    public void Replace(int start, int length, string characters)
    {
        Text = Text.Remove(start, length).Insert(start, characters);
        Cursor = start + characters.Length;
    }
}
