using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>
/// Progress where nobody watches: short work leaves no trace in the log; work that goes on says so on standard error every ten seconds,
/// so that a reader of a CI log sees what a silent step is waiting for.
/// </summary>
internal sealed class ProgressLog(TextWriter log) : IProgressView
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    private readonly Dictionary<int, long> lastLine = [];

    public void Report(ProgressRecord record, bool mayDraw)
    {
        if (record.RecordType == ProgressRecordType.Completed)
            lastLine.Remove(record.ActivityId);
        else if (lastLine.TryAdd(record.ActivityId, TimeProvider.System.GetTimestamp()))
            return;
        else if (TimeProvider.System.GetElapsedTime(lastLine[record.ActivityId]) >= BetweenLines)
        {
            lastLine[record.ActivityId] = TimeProvider.System.GetTimestamp();
            log.WriteLine($"{record.Activity}: {record.StatusDescription}");
        }
    }

    public void Clear() => lastLine.Clear();
}
