using System.Text;

namespace EcsTools.Binding;

/// <summary>Lines and columns of a text in UTF-8, counted from 1 as editors do.</summary>
internal sealed class LineCounter(byte[] text)
{
    private int line = 1;
    private long counted;

    /// <summary>The line of a byte. Asked from front to back, it looks at each byte once.</summary>
    public int LineOf(long index)
    {
        if (index < counted) (line, counted) = (1, 0);
        line += text.AsSpan((int)counted, (int)(index - counted)).Count((byte)'\n');
        counted = index;
        return line;
    }

    /// <summary>The column of a byte of a line: letters, not bytes.</summary>
    public int ColumnOf(int ofLine, int byteInLine)
    {
        var start = 0;
        for (var at = 1; at < ofLine; at++) start = Array.IndexOf(text, (byte)'\n', start) + 1;
        return Encoding.UTF8.GetCharCount(text, start, Math.Clamp(byteInLine, 0, text.Length - start)) + 1;
    }
}
