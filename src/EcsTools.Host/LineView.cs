using System.Management.Automation.Internal;

namespace EcsTools.Host;

/// <summary>Draws a prompt and the line after it, over as many rows as they need.</summary>
internal sealed class LineView(TextWriter terminal, string prompt, bool secret)
{
    private readonly int promptWidth = new StringDecorated(prompt).ContentLength;
    private int cursorRow;

    public void Show(LineBuffer line) => Draw(line, line.Cursor);

    /// <summary>Goes to the start of the row below the line.</summary>
    public void Leave(LineBuffer line)
    {
        Draw(line, line.Text.Length);
        terminal.Write('\n');
    }

    private void Draw(LineBuffer line, int cursor)
    {
        int columns = Terminal.Width;
        int end = promptWidth + line.Text.Length;
        // A terminal that has filled its last column waits there: a blank brings the cursor to the row that the next character goes to.
        string wrap = end > 0 && end % columns == 0 ? " \r" : "";
        string text = secret ? new string('*', line.Text.Length) : line.Text;
        int row = (promptWidth + cursor) / columns;

        terminal.Write("\r" + Escape.Up(cursorRow) + Escape.Render(prompt, onTerminal: true) + text + wrap + Escape.EraseBelow
            + "\r" + Escape.Up((end / columns) - row) + Escape.Right((promptWidth + cursor) % columns));
        cursorRow = row;
    }
}
