using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>Draws the running activities on the lines below the cursor, which stays where the next text goes.</summary>
internal sealed class ProgressPane(TextWriter terminal) : IProgressView
{
    /// <summary>Each activity's: often enough for the eye, seldom enough to cost nothing.</summary>
    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(100);

    private readonly List<ProgressRecord> activities = [];
    private readonly Dictionary<int, long> lastDrawn = [];
    private int linesShown;

    public void Report(ProgressRecord record, bool mayDraw)
    {
        Take(record);
        if (!mayDraw || !IsDue(record))
            return;
        lastDrawn[record.ActivityId] = TimeProvider.System.GetTimestamp();
        Redraw();
    }

    public void Hide()
    {
        if (linesShown == 0)
            return;
        terminal.Write(Escape.EraseBelow);
        linesShown = 0;
    }

    public void Redraw()
    {
        Hide();
        if (activities.Count == 0)
            return;
        string[] lines = [.. Roots().SelectMany(root => WithChildren(root, depth: 0)).Take(Math.Max(1, Terminal.Height / 3))];
        terminal.Write(string.Concat(lines.Select(line => line + "\n")) + Escape.Up(lines.Length));
        linesShown = lines.Length;
    }

    public void Clear()
    {
        activities.Clear();
        lastDrawn.Clear();
        Hide();
    }

    /// <summary>A completed activity goes, and its children with it.</summary>
    private void Take(ProgressRecord record)
    {
        int known = activities.FindIndex(activity => activity.ActivityId == record.ActivityId);
        if (record.RecordType == ProgressRecordType.Completed)
            activities.RemoveAll(activity => activity.ActivityId == record.ActivityId || activity.ParentActivityId == record.ActivityId);
        else if (known >= 0)
            activities[known] = record;
        else
            activities.Add(record);
    }

    private bool IsDue(ProgressRecord record) =>
        record.RecordType == ProgressRecordType.Completed
        || !lastDrawn.TryGetValue(record.ActivityId, out long drawn) || TimeProvider.System.GetElapsedTime(drawn) >= BetweenDrawings;

    /// <summary>The activities whose parent, if they name one, is not shown.</summary>
    private IEnumerable<ProgressRecord> Roots() =>
        activities.Where(activity => !activities.Exists(other => other.ActivityId == activity.ParentActivityId));

    private IEnumerable<string> WithChildren(ProgressRecord parent, int depth) => activities
        .Where(activity => activity.ParentActivityId == parent.ActivityId)
        .SelectMany(child => WithChildren(child, depth + 1))
        .Prepend(ProgressLine.Format(parent, depth, Terminal.Width - 1));
}
