using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>That a service is INACTIVE: deleted, and its last task stopped.</summary>
internal sealed class ServiceEndGoal(string? cluster, string service) : Goal<Service>(service)
{
    public static ServiceEndGoal Of(Service deleted) => new(deleted.ClusterArn, deleted.ServiceArn!);

    public override string Name => $"Deleted service {EcsArn.IdOf(Id)}";

    public override Task<IReadOnlyList<Service>> Look(IReadOnlyList<string> ids, Calls calls) => ServiceGoal.Describe(cluster, ids, calls);

    public override bool Is(Service seen) => IsSame(Id, seen.ServiceArn);

    public override ValueTask<Verdict> Judge(Service seen, Calls calls) => new(seen.Status switch
    {
        "INACTIVE" => new Verdict.Done(),
        "ACTIVE" => new Verdict.Failed("ServiceNotDeleted", "it is ACTIVE: nobody deleted it", "Delete it with Remove-EcsService.") { IsDoubtful = true },
        _ => new Verdict.GoOn($"{seen.Status}: {seen.RunningCount} running, {seen.PendingCount} pending", Note: ServiceGoal.Newest(seen)),
    });

    public override ValueTask<string> Explain(Service? last, Calls calls) => new(last is null ? "" : ServiceTroubles.Events(last));
}
