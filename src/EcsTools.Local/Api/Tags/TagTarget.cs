using EcsTools.Local.Api.Daemons;
using EcsTools.Local.Api.Gateways;
using EcsTools.Local.Api.TaskSets;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Tags;

/// <summary>A resource by its tags. Setting replaces the list, because a response might still use the old one.</summary>
internal sealed record TagTarget(List<Tag> Tags, Action<List<Tag>> Set)
{
    /// <summary>Finds the resource of an ARN.</summary>
    /// <exception cref="EcsFault">There is none, or it cannot be tagged.</exception>
    public static TagTarget Find(Call call, string? arn)
    {
        if (!Identifiers.IsArn(arn))
            throw EcsFault.InvalidParameter("Invalid ARN. Specify the full ARN of a resource of ECS and try again.");
        var resource = Identifiers.Resource(arn!).Split('/');
        if (!Identifiers.IsHere(call, arn!)) throw NotFound();
        return resource[0] switch
        {
            "cluster" => OfCluster(call.Cluster(arn)),
            "capacity-provider" =>
                OfCapacityProvider(call.Region.CapacityProviders.GetValueOrDefault(EcsArn.IdOf(arn!)) ?? throw NotFound()),
            "task-definition" => OfDefinition(call.FindDefinition(arn!) ?? throw NotFound()),
            "service" when resource.Length == 3 => OfService(Identifiers.FindService(call.Cluster(resource[1]), arn) ?? throw NotFound()),
            "service" => throw EcsFault.InvalidParameter(
                "The new ARN and resource ID format must be enabled to add tags to the service. Opt in to the new format and try again."),
            "task" when resource.Length == 3 => OfTask(call.Cluster(resource[1]).Tasks.Find(resource[2]) ?? throw NotFound()),
            "task-set" when resource.Length == 5 => OfTaskSet(Identifiers.FindService(call.Cluster(resource[1]), resource[2]), arn!),
            "container-instance" when resource.Length == 3 =>
                OfInstance(call.Cluster(resource[1]).Instances.Find(resource[2]) ?? throw NotFound()),
            "daemon" => OfDaemon(call.Daemon(arn)),
            "daemon-task-definition" => OfDaemonDefinition(call.FindDaemonDefinition(arn!) ?? throw NotFound()),
            "gateway" => OfGateway(call.Gateway(arn)),
            _ => throw EcsFault.InvalidParameter($"Unsupported resource type: {resource[0]}"),
        };
    }

    private static TagTarget OfCluster(ClusterState cluster) => cluster.IsActive
        ? new(cluster.Resource.Tags ?? [], tags => cluster.Resource.Tags = tags)
        : throw Inactive("cluster");

    private static TagTarget OfCapacityProvider(CapacityProviderState provider) => !provider.IsInactive
        ? new(provider.Resource.Tags ?? [], tags => provider.Resource.Tags = tags)
        : throw Inactive("capacity provider");

    private static TagTarget OfDefinition(TaskDefinitionState definition) => new(definition.Tags, tags => definition.Tags = tags);

    private static TagTarget OfService(ServiceState service) => !service.IsInactive
        ? new(service.Resource.Tags ?? [], tags => service.Resource.Tags = tags)
        : throw Inactive("service");

    private static TagTarget OfTaskSet(ServiceState? service, string arn)
    {
        var taskSet = TaskSetChanges.Find(service ?? throw NotFound(), arn);
        return new(taskSet.Resource.Tags ?? [], tags => taskSet.Resource.Tags = tags);
    }

    private static TagTarget OfTask(TaskState task) => !task.IsStopped
        ? new(task.Resource.Tags ?? [], tags => task.Resource.Tags = tags)
        : throw EcsFault.InvalidParameter("The specified task is stopped. Specify a running task and try again.");

    private static TagTarget OfInstance(InstanceState instance) => instance.IsRegistered
        ? new(instance.Resource.Tags ?? [], tags => instance.Resource.Tags = tags)
        : throw Inactive("container instance");

    private static TagTarget OfDaemon(DaemonState daemon) => new(daemon.Tags, tags => daemon.Tags = tags);

    private static TagTarget OfDaemonDefinition(DaemonDefinitionState definition) => new(definition.Tags, tags => definition.Tags = tags);

    private static TagTarget OfGateway(GatewayState gateway) => new(gateway.Resource.Tags ?? [], tags => gateway.Resource.Tags = tags);

    private static EcsFault NotFound() =>
        new("ResourceNotFoundException", "The specified resource was not found. Specify a valid ARN and try again.");

    private static EcsFault Inactive(string kind) =>
        EcsFault.InvalidParameter($"The specified {kind} is inactive. Specify an active {kind} and try again.");
}
