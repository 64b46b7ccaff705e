using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Instances;
using EcsTools.Model;

namespace EcsTools.Local.Api.Agent;

/// <summary>Simulates the update of an agent in stages until it is UPDATED.</summary>
internal sealed class UpdateContainerAgentHandler()
    : Handler<UpdateContainerAgentRequest, UpdateContainerAgentResponse>(Operations.UpdateContainerAgent)
{
    protected override UpdateContainerAgentResponse Handle(Call call, UpdateContainerAgentRequest request)
    {
        var cluster = call.Cluster(request.Cluster);
        if (cluster.Instances.Find(Identifiers.Instance(cluster, request.ContainerInstance)) is not { IsRegistered: true } instance)
            throw EcsFault.InvalidParameter($"Referenced container instance {request.ContainerInstance} not found.");
        if (AgentUpdate.IsInProgress(instance))
            throw new EcsFault(
                "UpdateInProgressException", "An update of the container agent is already in progress on this container instance.");
        if (!Version.TryParse(instance.Resource.VersionInfo?.AgentVersion, out var version))
            throw new EcsFault(
                "MissingVersionException",
                "The version of the container agent on this container instance is not known, so that it cannot be updated.");
        if (version >= Version.Parse(AgentUpdate.LatestVersion))
            throw new EcsFault("NoUpdateAvailableException", "There is no update available for this container agent.");
        AgentUpdate.Begin(call.Engine, instance);
        return new() { ContainerInstance = instance.Describe() };
    }
}
