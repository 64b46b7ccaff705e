namespace EcsTools.Host;

/// <summary>The lines of this session, walked with the arrow keys; below the newest lies the line being typed.</summary>
internal sealed class History
{
    private readonly List<string> lines = [];
    private string draft = "";
    private int position;

    public void Add(string line)
    {
        if (line.Length > 0 && (lines.Count == 0 || lines[^1] != line))
            lines.Add(line);
        position = lines.Count;
    }

    /// <summary>The line before the one shown, or null at the oldest.</summary>
    public string? Older(string shown)
    {
        if (position == 0)
            return null;
        if (position == lines.Count)
            draft = shown;
        return lines[--position];
    }

    /// <summary>The line after the one shown, or null at the line being typed.</summary>
    public string? Newer()
    {
        if (position == lines.Count)
            return null;
        return ++position == lines.Count ? draft : lines[position];
    }
}
