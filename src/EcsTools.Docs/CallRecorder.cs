using System.Collections.Concurrent;
using System.Diagnostics;

namespace EcsTools.Docs;

/// <summary>Why a cmdlet sends a call.</summary>
public enum CallPurpose
{
    /// <summary>It's what the cmdlet does.</summary>
    Command,

    /// <summary>A wait polls.</summary>
    Wait,

    /// <summary>The cmdlet runs with -WhatIf.</summary>
    WhatIf,

    /// <summary>The call is optional, or needed in rare cases only: about_EcsTools_Credentials lists these calls for all cmdlets.</summary>
    Rare,
}

/// <summary>A call that a cmdlet sent.</summary>
/// <param name="Action">The IAM action, for example <c>ecs:UpdateService</c>.</param>
public sealed record RecordedCall(string Cmdlet, CallPurpose Purpose, string Action)
{
    /// <summary>The IAM action of an operation. Operations of other services have their prefix, as in kms:GenerateDataKey.</summary>
    public static string ActionOf(string operation) =>
        operation.Contains(':', StringComparison.Ordinal) ? operation : $"ecs:{operation}";
}

/// <summary>
/// Records the calls that cmdlets send in this process, from the activities of the source EcsTools. Each recorder sees only what its own
/// <see cref="Run"/> runs.
/// </summary>
public sealed class CallRecorder : IDisposable
{
    private static readonly string[] Rare = ["NearestName", "Ec2InstanceIds", "DoneAlready", "Diagnosis", "LogTail", "ClustersLike"];
    private static readonly ActivitySource Roots = new("EcsTools.Docs");

    private readonly ConcurrentDictionary<RecordedCall, bool> calls = new();
    private readonly Func<string, bool> isRecorded;
    private readonly ActivityListener listener;

    /// <summary>Starts to record.</summary>
    /// <param name="isRecorded">Whether calls are recorded that were sent in a run of this name; it's empty outside of runs.</param>
    public CallRecorder(Func<string, bool> isRecorded)
    {
        this.isRecorded = isRecorded;
        listener = new()
        {
            ShouldListenTo = source => source.Name is "EcsTools" or "EcsTools.Docs",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The different calls so far.</summary>
    public IReadOnlyCollection<RecordedCall> Calls => [.. calls.Keys];

    /// <summary>Runs something under a name by which recorders find its calls.</summary>
    public static T Run<T>(string name, Func<T> action)
    {
        using var run = Roots.StartActivity(name);
        return action();
    }

    /// <summary>Ends the recording.</summary>
    public void Dispose() => listener.Dispose();

    // The parents of a call are its purpose, its cmdlet, and the run. A call without a cmdlet is of a completer.
    private void Record(Activity call)
    {
        if (call.Kind != ActivityKind.Client) return;
        var parents = Parents(call).ToList();
        var run = parents.Find(parent => parent.Source.Name == "EcsTools.Docs")?.OperationName ?? "";
        var at = parents.FindIndex(parent => parent.OperationName.Contains("-Ecs", StringComparison.Ordinal));
        if (at < 0 || !isRecorded(run)) return;
        calls[new(
            parents[at].OperationName,
            Purpose(parents[at], parents[..at]),
            $"{call.GetTagItem("rpc.service")}:{call.GetTagItem("rpc.method")}")] = true;
    }

    private static CallPurpose Purpose(Activity cmdlet, List<Activity> parents) =>
        parents.Exists(parent => Rare.Contains(parent.OperationName)) ? CallPurpose.Rare
        : cmdlet.GetTagItem("ecstools.what_if") is true ? CallPurpose.WhatIf
        : parents.Exists(parent => parent.OperationName == "Wait") ? CallPurpose.Wait
        : CallPurpose.Command;

    private static IEnumerable<Activity> Parents(Activity call)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent) yield return parent;
    }
}
