using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local;

/// <summary>Makes of what the API describes the state that the local ECS would have. What the API does not tell is taken to be as usual.</summary>
internal static class DescribedState
{
    /// <summary>Puts a described cluster into an empty region.</summary>
    public static ClusterState Fill(EcsEngine engine, RegionState region, DescribedCluster described)
    {
        foreach (var definition in described.TaskDefinitions) Add(region, definition);
        foreach (var provider in described.CapacityProviders) region.CapacityProviders[provider.Name!] = new CapacityProviderState { Resource = provider.Copy() };
        var cluster = new ClusterState { Resource = described.Cluster.Copy(), Request = new() };
        region.Clusters[cluster.Name] = cluster;
        foreach (var instance in described.Instances.OrderBy(instance => instance.RegisteredAt))
            cluster.Instances.Add(new InstanceState { Number = engine.NextNumber(), Id = EcsArn.IdOf(instance.ContainerInstanceArn!), Resource = instance.Copy() });
        foreach (var service in described.Services.Where(IsRolledOutByEcs)) cluster.Services[service.ServiceName!] = DescribedService.State(engine, region, service);
        var protections = described.Protections.Where(task => task.ProtectionEnabled == true).ToDictionary(task => task.TaskArn!, task => task.ExpirationDate);
        foreach (var task in described.Tasks.OrderBy(task => task.CreatedAt))
            cluster.Tasks.Add(DescribedTask.State(engine, region, cluster, Known(region, task), protections.GetValueOrDefault(task.TaskArn!)));
        region.Link();
        foreach (var service in cluster.Services.Values) DescribedService.Settle(service);
        foreach (var task in cluster.Tasks.Where(task => !task.IsRunning || !task.IsMeantToRun)) DescribedTask.GoOn(engine, task);
        return cluster;
    }

    private static void Add(RegionState region, TaskDefinition definition)
    {
        if (!region.Families.TryGetValue(definition.Family!, out var family)) region.Families.Add(definition.Family!, family = new FamilyState());
        family.Revisions[definition.Revision!.Value] = new TaskDefinitionState { Resource = definition };
        family.LastRevision = Math.Max(family.LastRevision, definition.Revision.Value);
    }

    // A daemon's task, or one whose definition may not be read, takes what it says that it takes.
    private static EcsTask Known(RegionState region, EcsTask task)
    {
        if (region.FindDefinition(task.TaskDefinitionArn ?? "") is not null) return task;
        const string family = "?";
        var revision = (region.Families.GetValueOrDefault(family)?.LastRevision ?? 0) + 1;
        var known = task.Copy();
        known.TaskDefinitionArn = region.Arn($"task-definition/{family}:{revision}");
        Add(region, new() { TaskDefinitionArn = known.TaskDefinitionArn, Family = family, Revision = revision, Cpu = task.Cpu, Memory = task.Memory });
        return known;
    }

    // The tasks of another controller's services only use capacity, because the controller's behavior isn't known.
    private static bool IsRolledOutByEcs(Service service) => service.DeploymentController?.Type is null or DeploymentControllerType.Ecs && service.Deployments is { Count: > 0 };
}
