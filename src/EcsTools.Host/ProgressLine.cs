using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>One activity on one line: <c>Deploying web [=====     ] 50% 3 of 6 running (0:12 left)</c>.</summary>
internal static class ProgressLine
{
    private const int BarWidth = 20;

    public static string Format(ProgressRecord record, int depth, int width)
    {
        string line = new string(' ', depth * 2) + string.Join(' ', Parts(record)).ReplaceLineEndings(" ");
        if (line.Length > width)
            line = line[..(width - 1)] + '…';
        return Escape.Render($"{PSStyle.Instance.Progress.Style}{line}{PSStyle.Instance.Reset}", onTerminal: true);
    }

    private static IEnumerable<string> Parts(ProgressRecord record)
    {
        yield return record.Activity;
        if (record.PercentComplete >= 0)
            yield return $"[{Bar(record.PercentComplete)}] {record.PercentComplete}%";
        if (!string.IsNullOrEmpty(record.StatusDescription))
            yield return record.StatusDescription;
        if (!string.IsNullOrEmpty(record.CurrentOperation))
            yield return record.CurrentOperation;
        if (record.SecondsRemaining >= 0)
            yield return $"({TimeSpan.FromSeconds(record.SecondsRemaining):m\\:ss} left)";
    }

    private static string Bar(int percent) => new string('=', Math.Min(percent, 100) * BarWidth / 100).PadRight(BarWidth);
}
