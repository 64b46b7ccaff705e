using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Services as completers see them.</summary>
internal static class LiveServices
{
    /// <summary>The first services of a cluster.</summary>
    public static async Task<IEnumerable<Service>> List(IEcsClient client, string? cluster, CancellationToken cancellation)
    {
        var arns = await client.First(Operations.ListServices, new() { Cluster = cluster }, cancellation);
        return await Describe(client, cluster, arns, cancellation);
    }

    /// <summary>Services by name or ARN, all batches side by side.</summary>
    public static async Task<IEnumerable<Service>> Describe(
        IEcsClient client, string? cluster, IEnumerable<string> services, CancellationToken cancellation) =>
        await new EcsReader(new CompleterCalls(client, cancellation)).Services(cluster, services, include: null);

    /// <summary>A service and its status.</summary>
    public static Candidate Candidate(Service service) =>
        new(
            service.ServiceName!,
            $"{service.Status}, {service.RunningCount ?? 0}/{service.DesiredCount ?? 0} tasks of {EcsArn.IdOf(service.TaskDefinition ?? "")} running",
            service.ServiceArn);
}
