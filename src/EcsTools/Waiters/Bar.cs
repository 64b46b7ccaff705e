using System.Management.Automation;
using EcsTools.Calls;

namespace EcsTools.Waiters;

/// <summary>The progress of one thing that is waited for.</summary>
internal sealed class Bar(string activity, JobOutput output)
{
    private static int bars;

    private readonly int id = Interlocked.Increment(ref bars);

    public void Show(Verdict.GoOn standing) =>
        output.Progress(new ProgressRecord(id, activity, standing.State) { PercentComplete = Math.Clamp(standing.Percent, -1, 100), CurrentOperation = standing.Note });

    public void Close() => output.Progress(new ProgressRecord(id, activity, "Done") { RecordType = ProgressRecordType.Completed });
}
