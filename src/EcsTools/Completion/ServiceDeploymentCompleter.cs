using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes service deployments: those of the service that the command names, else the newest of each service of the cluster.</summary>
public sealed class ServiceDeploymentCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "Service");

    private protected override bool TakesArn(string parameter) => true;

    private protected override async Task<IReadOnlyList<Candidate>> Find(IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing is not null)
            return await All(client, Operations.ListServiceDeployments, new() { Cluster = cluster, Service = narrowing }, deployment => Candidate.Of(deployment.ServiceDeploymentArn!, deployment.Status), cancellation);
        var services = await LiveServices.List(client, cluster, cancellation);
        return [.. services.Where(service => service.CurrentServiceDeployment is not null).Select(Newest)];
    }

    private static Candidate Newest(Service service) => new(
        $"{service.ServiceName}/{EcsArn.IdOf(service.CurrentServiceDeployment!)}", service.Deployments?.Find(deployment => deployment.Status == "PRIMARY")?.RolloutState, service.CurrentServiceDeployment);
}
