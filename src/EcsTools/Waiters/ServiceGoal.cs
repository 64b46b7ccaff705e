using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Waiters;

/// <summary>
/// A service is stable: its deployment has completed, and the desired number of tasks is running. Later deployments don't count.
/// </summary>
/// <param name="cluster">The cluster; null for the default one.</param>
/// <param name="service">The service's name or ARN.</param>
internal sealed class ServiceGoal(string? cluster, string service) : Goal<Service>(service)
{
    /// <summary>The deployment to complete: the one that a change made, else the one that is primary when the wait begins.</summary>
    private Deployment? pinned;

    /// <summary>The desired count that a change set. That of a DAEMON service is counted by ECS.</summary>
    private int? desiredCount;

    /// <summary>Settled by what a change has just made of the service.</summary>
    public static ServiceGoal Of(Service changed) => new(changed.ClusterArn, changed.ServiceArn!)
    {
        pinned = Primary(changed),
        desiredCount = changed.SchedulingStrategy == SchedulingStrategy.Daemon ? null : changed.DesiredCount,
    };

    /// <summary>Settled by the deployment that is primary in what was piped in, in whatever form: a service, or a copy of one.</summary>
    public static ServiceGoal Of(string? cluster, string service, PSObject? piped) => new(cluster, service) { pinned = PrimaryOf(piped) };

    private static Deployment? PrimaryOf(PSObject? piped)
    {
        if (piped?.BaseObject is Service service) return Primary(service);
        foreach (var one in LanguagePrimitives.GetEnumerable(piped?.Properties["Deployments"]?.Value) ?? Array.Empty<object>())
        {
            var deployment = PSObject.AsPSObject(one).Properties;
            if (deployment["Status"]?.Value as string != "PRIMARY" || deployment["Id"]?.Value is not string id
                || !LanguagePrimitives.TryConvertTo<DateTime>(deployment["CreatedAt"]?.Value, out var created))
                continue;
            return new()
            {
                Id = id,
                CreatedAt = created,
                Status = "PRIMARY",
                TaskDefinition = deployment["TaskDefinition"]?.Value as string,
            };
        }

        return null;
    }

    public override string Name => EcsArn.IdOf(Id);

    public override string TimeoutAdvice => $"{ServiceDiagnosis.Advice} Or wait again with a longer -Timeout.";

    public static Deployment? Primary(Service service) => service.Deployments?.Find(d => d.Status == "PRIMARY");

    public override async Task<IReadOnlyList<Service>> Poll(IReadOnlyList<string> ids, JobCalls calls) =>
        await Describe(cluster, ids, calls);

    public override bool Is(Service seen) => IsSame(Id, seen.ServiceArn);

    public override async ValueTask<WaitResult> Evaluate(Service seen, JobCalls calls)
    {
        if (seen.Status != "ACTIVE")
            return new WaitResult.Failed(
                "ServiceDeleted",
                $"the service was deleted during the wait (status {seen.Status})",
                "Create it again with New-EcsService if the deletion wasn't intended.");
        if (Primary(seen) is not { } primary) return OfCounts(seen); // an external or CodeDeploy controller keeps its own deployments
        pinned ??= primary;
        if (primary.Id != pinned.Id && primary.CreatedAt < pinned.CreatedAt) return Progress(seen); // what was written is not yet read
        var mine = seen.Deployments!.Find(d => d.Id == pinned.Id);
        if (primary.Id != pinned.Id || mine?.RolloutState == DeploymentRolloutState.Failed)
            return await DeploymentOutcome.Of(seen, mine ?? pinned, primary, calls);
        return primary.RolloutState is DeploymentRolloutState.Completed or null ? OfCounts(seen) : Progress(seen);
    }

    public override ValueTask<Diagnosis> Explain(Service? last, JobCalls calls) =>
        last is null ? new(Diagnosis.None) : ServiceDiagnosis.Of(last, pinned, calls);

    internal static async Task<IReadOnlyList<Service>> Describe(string? cluster, IReadOnlyList<string> services, JobCalls calls) =>
        (await calls.Send(Operations.DescribeServices, new() { Cluster = cluster, Services = [.. services] })).Services ?? [];

    /// <summary>
    /// A desired count other than the requested one is stale, or a later change by another user: it counts when it persists.
    /// </summary>
    private WaitResult OfCounts(Service seen)
    {
        var isReached = seen.RunningCount == seen.DesiredCount && seen.PendingCount is 0 or null && seen.Deployments is not { Count: > 1 };
        return isReached
            ? new WaitResult.Done { IsInconclusive = desiredCount is { } asked && asked != seen.DesiredCount }
            : Progress(seen);
    }

    private static WaitResult.Pending Progress(Service seen)
    {
        var primary = Primary(seen);
        var desired = Math.Max(seen.DesiredCount ?? 0, 1);
        var done = Math.Min(primary?.RunningCount ?? seen.RunningCount ?? 0, desired);
        return new(
            $"{primary?.RolloutState ?? seen.Status}: {seen.RunningCount} running, {seen.PendingCount} pending, {seen.DesiredCount} desired",
            100 * done / desired,
            Newest(seen));
    }

    /// <summary>The newest event.</summary>
    internal static string? Newest(Service seen) =>
        seen.Events is [{ Message: { } newest }, ..] ? EventText.Of(newest, seen.ServiceName) : null;
}
