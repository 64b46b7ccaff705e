using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Deploy;

/// <summary>A service as it was before an update, and the update that restores every member that the first one set.</summary>
/// <param name="before">The service before the update.</param>
/// <param name="update">The update.</param>
internal sealed class EarlierState(Service before, UpdateServiceRequest update)
{
    private static readonly IStructure[] Kept = [new Service(), new Deployment()];

    /// <summary>The members that the update set, except those that name the service or only start a deployment.</summary>
    private readonly List<MemberShape> set =
    [
        .. Operations.UpdateService.Request.Members.Where(member =>
            member.WireName is not ("service" or "cluster" or "forceNewDeployment") && member.Get(update) is not null && HasValue(member)),
    ];

    /// <summary>The task definition that ran before.</summary>
    public string TaskDefinition => before.TaskDefinition!;

    /// <summary>Whether the update changed anything that can be restored.</summary>
    public bool Differs => set.Exists(member => PreviousRevision.Text(Value(member, before)) != PreviousRevision.Text(member.Get(update)));

    /// <summary>The request that restores what the service doesn't have yet; null if it has everything.</summary>
    public UpdateServiceRequest? Restoring(Service now)
    {
        var request = new UpdateServiceRequest { Cluster = now.ClusterArn, Service = now.ServiceArn };
        var missing = set.FindAll(member => PreviousRevision.Text(Value(member, now)) != PreviousRevision.Text(Value(member, before)));
        foreach (var member in missing) member.Set(request, Value(member, before) ?? PreviousRevision.Nothing(member));
        // ECS changes the capacity only with a new deployment
        if (request.CapacityProviderStrategy is not null) request.ForceNewDeployment = true;
        return missing.Count == 0 ? null : request;
    }

    private static bool HasValue(MemberShape member) => Array.Exists(Kept, one => ServiceSettings.In(one.GetShape(), member) is not null);

    private static object? Value(MemberShape member, Service service) =>
        ServiceSettings.Find(member, service, ServiceGoal.Primary(service));
}
