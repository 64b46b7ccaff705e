using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>A deleted service is INACTIVE: its last task has stopped.</summary>
internal sealed class ServiceEndGoal(string? cluster, string service) : Goal<Service>(service)
{
    public static ServiceEndGoal Of(Service deleted) => new(deleted.ClusterArn, deleted.ServiceArn!);

    public override string Name => EcsArn.IdOf(Id);

    public override Task<IReadOnlyList<Service>> Poll(IReadOnlyList<string> ids, JobCalls calls) =>
        ServiceGoal.Describe(cluster, ids, calls);

    public override bool Is(Service seen) => IsSame(Id, seen.ServiceArn);

    public override ValueTask<WaitResult> Evaluate(Service seen, JobCalls calls) => new(seen.Status switch
    {
        "INACTIVE" => new WaitResult.Done(),
        "ACTIVE" =>
            new WaitResult.Failed(
                "ServiceNotDeleted",
                "the service is ACTIVE and isn't being deleted",
                "Delete it with Remove-EcsService.") { IsInconclusive = true },
        _ =>
            new WaitResult.Pending(
                $"{seen.Status}: {seen.RunningCount} running, {seen.PendingCount} pending", Note: ServiceGoal.Newest(seen)),
    });

    public override ValueTask<Diagnosis> Explain(Service? last, JobCalls calls) => new(new Diagnosis(last?.Events ?? [], []));
}
