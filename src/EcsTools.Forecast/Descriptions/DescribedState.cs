using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>
/// Creates the state of a local ECS from the descriptions of the API. Facts that the API doesn't return have their usual values.
/// </summary>
internal static class DescribedState
{
    // A seed that users can't choose: a copy of a local ECS must not generate the IDs of its original.
    internal const int Seed = 1_395_864_371;

    /// <summary>Adds a described cluster to an empty region, and lets its tasks continue.</summary>
    public static ClusterState Fill(EcsEngine engine, RegionState region, DescribedCluster described)
    {
        // The tasks of another controller's services only use capacity, because the controller's behavior isn't known.
        var cluster = Put(engine, region, described with { Services = [.. described.Services.Where(IsRolledOutByEcs)] });
        region.Link();
        Settle(engine, cluster);
        return cluster;
    }

    /// <summary>Puts a described cluster into a region that is not linked yet.</summary>
    public static ClusterState Put(EcsEngine engine, RegionState region, DescribedCluster described)
    {
        foreach (var definition in described.TaskDefinitions) Add(region, definition);
        foreach (var provider in described.CapacityProviders)
            region.CapacityProviders[provider.Name!] = new CapacityProviderState { Resource = provider.Copy() };
        var cluster = new ClusterState { Resource = described.Cluster.Copy(), Request = new() };
        region.Clusters[cluster.Name] = cluster;
        foreach (var instance in described.Instances.OrderBy(instance => instance.RegisteredAt))
            cluster.Instances.Add(new InstanceState
            {
                Number = engine.NextNumber(),
                Id = EcsArn.IdOf(instance.ContainerInstanceArn!),
                Resource = instance.Copy(),
            });
        foreach (var service in described.Services.Where(IsKnown))
            cluster.Services[service.ServiceName!] = DescribedService.State(engine, region, service, described);
        DaemonCopy.Add(region, cluster, described);
        foreach (var express in described.ExpressServices)
        {
            if (cluster.Services.GetValueOrDefault(express.ServiceName ?? "") is { } service)
                service.Express = GatewayCopy.Express(express, service);
        }

        var protections = described.Protections
            .Where(task => task.ProtectionEnabled == true)
            .ToDictionary(task => task.TaskArn!, task => task.ExpirationDate);
        foreach (var task in described.Tasks.OrderBy(task => task.CreatedAt))
            cluster.Tasks.Add(DescribedTask.State(
                engine, region, cluster, Known(region, task), protections.GetValueOrDefault(task.TaskArn!)));
        return cluster;
    }

    /// <summary>Derives the rest from the tasks of a cluster, and lets starting and stopping tasks continue.</summary>
    public static void Settle(EcsEngine engine, ClusterState cluster)
    {
        foreach (var service in cluster.Services.Values) DescribedService.Settle(engine, service);
        foreach (var daemon in cluster.Daemons.Values) DaemonCopy.Settle(engine, daemon);
        foreach (var task in cluster.Tasks.Where(task => !task.IsRunning || !task.IsDesiredRunning)) DescribedTask.GoOn(engine, task);
    }

    /// <summary>A family of task definitions, which is made if it is new.</summary>
    public static FamilyState Family(RegionState region, string name)
    {
        if (!region.Families.TryGetValue(name, out var family)) region.Families.Add(name, family = new FamilyState());
        return family;
    }

    private static void Add(RegionState region, TaskDefinition definition)
    {
        var family = Family(region, definition.Family!);
        family.Revisions[definition.Revision!.Value] = new TaskDefinitionState { Resource = definition };
        family.LastRevision = Math.Max(family.LastRevision, definition.Revision.Value);
    }

    // A daemon's task, or one whose definition can't be read, has the size in its own description.
    private static EcsTask Known(RegionState region, EcsTask task)
    {
        if (region.FindDefinition(task.TaskDefinitionArn ?? "") is not null) return task;
        const string family = "?";
        var revision = (region.Families.GetValueOrDefault(family)?.LastRevision ?? 0) + 1;
        var known = task.Copy();
        known.TaskDefinitionArn = region.Arn($"task-definition/{family}:{revision}");
        Add(region, new()
        {
            TaskDefinitionArn = known.TaskDefinitionArn,
            Family = family,
            Revision = revision,
            Status = TaskDefinitionStatus.Inactive,
            Cpu = task.Cpu,
            Memory = task.Memory,
            ContainerDefinitions = task.Containers?.ConvertAll(container => new ContainerDefinition { Name = container.Name }),
        });
        return known;
    }

    private static bool IsRolledOutByEcs(Service service) => service.DeploymentController?.Type is null or DeploymentControllerType.Ecs;

    // A service that ECS rolls out has a deployment, or nothing is known of it.
    private static bool IsKnown(Service service) => service.Deployments is { Count: > 0 } || !IsRolledOutByEcs(service);
}
