using System.Management.Automation;
using EcsTools.Calls;

namespace EcsTools.Waiters;

/// <summary>The progress bar of one resource of a wait.</summary>
internal sealed class Bar(string activity, JobOutput output)
{
    private static int bars;

    private readonly int id = Interlocked.Increment(ref bars);

    public void Show(WaitResult.Pending pending) =>
        output.Progress(new ProgressRecord(id, activity, pending.State)
        {
            PercentComplete = Math.Clamp(pending.Percent, -1, 100),
            CurrentOperation = pending.Note,
        });

    public void Close() => output.Progress(new ProgressRecord(id, activity, "Done") { RecordType = ProgressRecordType.Completed });
}
