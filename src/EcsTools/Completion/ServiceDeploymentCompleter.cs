using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>
/// Completes service deployments: those of the service that the command names, else the newest of each service of the cluster.
/// </summary>
internal sealed class ServiceDeploymentCompleter : LiveCompleter
{
    /// <summary>How many services are asked about: Tab does not wait for long.</summary>
    private const int Max = 20;

    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "Service");

    private protected override bool TakesArn(string parameter) => true;

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing is not null)
            return await All(
                client,
                Operations.ListServiceDeployments,
                new() { Cluster = cluster, Service = narrowing },
                deployment => Candidate.Of(deployment.ServiceDeploymentArn!, deployment.Status),
                cancellation);
        var services = await LiveServices.List(client, cluster, cancellation);
        // A service names its deployment only while it rolls out.
        var newest = await System.Threading.Tasks.Task.WhenAll(services
            .Take(Max)
            .Select(service => Newest(client, cluster, service, cancellation)));
        return [.. newest.SelectMany(found => found)];
    }

    private static async Task<IReadOnlyList<Candidate>> Newest(
        IEcsClient client, string? cluster, Service service, CancellationToken cancellation)
    {
        var state = service.Deployments?.Find(deployment => deployment.Status == "PRIMARY")?.RolloutState;
        return await All(
            client, Operations.ListServiceDeployments, new() { Cluster = cluster, Service = service.ServiceArn, MaxResults = 1 },
            deployment =>
                new Candidate(
                    $"{service.ServiceName}/{EcsArn.IdOf(deployment.ServiceDeploymentArn!)}",
                    state ?? deployment.Status,
                    deployment.ServiceDeploymentArn), cancellation);
    }
}
