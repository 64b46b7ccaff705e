using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.Agent;

/// <summary>Returns the URL of the local ECS, so that no agent polls AWS.</summary>
internal sealed class DiscoverPollEndpointHandler()
    : Handler<DiscoverPollEndpointRequest, DiscoverPollEndpointResponse>(Operations.DiscoverPollEndpoint)
{
    protected override DiscoverPollEndpointResponse Handle(Call call, DiscoverPollEndpointRequest request)
    {
        if (request.ContainerInstance is { Length: > 0 } identifier) CheckInstance(call, request.Cluster, identifier);
        return new() { Endpoint = call.Url, TelemetryEndpoint = call.Url, ServiceConnectEndpoint = call.Url };
    }

    // The operation has no error of its own for clusters.
    private static void CheckInstance(Call call, string? cluster, string identifier)
    {
        if (call.FindCluster(cluster) is not { } home
            || home.Instances.Find(Identifiers.Instance(home, identifier)) is not { IsRegistered: true })
            throw EcsFault.Client($"Referenced container instance {identifier} not found.");
    }
}
