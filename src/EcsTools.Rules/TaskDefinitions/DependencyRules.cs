using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Essential containers, what containers wait for, and how long they take.</summary>
internal sealed class DependencyRules : RuleMaking<Definition>
{
    private const int MinTimeout = 2, LongestStopOnFargate = 120;

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Recorded(
            "One container at least is essential.", "Task definition doesn't have any essential container.", "Make one essential.",
            all => When(all.Containers.Count > 0 && all.Containers.All(one => one.It.Essential == false), "containerDefinitions")),
        Recorded(
            "A dependency is a container of the task definition.",
            "Cannot depend on container + '{0:name}' because it does not exist",
            "{1:advice}",
            all =>
                On(all)
                    .Where(on => on.Item.ContainerName is { } name && !all.Has(name))
                    .Select(on =>
                        new Breach($"{on.Path}.containerName", on.Item.ContainerName, NetworkRules.Choose(all, on.Item.ContainerName!)))),
        Recorded(
            "A container with the condition SUCCESS or COMPLETE isn't essential.",
            "A dependency container with SUCCESS or COMPLETE condition cannot be an essential container",
            "Make {0:container} not essential.",
            all =>
                Broken(all, (condition, on) =>
                    condition is ContainerCondition.Success or ContainerCondition.Complete && on.Essential != false)),
        Recorded(
            "A container with the condition HEALTHY has a health check.",
            "A dependency container with HEALTHY condition must have health check configured",
            "Give {0:container} a healthCheck, or wait for START.",
            all => Broken(all, (condition, on) => condition == ContainerCondition.Healthy && on.HealthCheck is null)),
        Recorded(
            "Containers don't depend on each other in a cycle.",
            "Container dependsOn contains a cycle",
            "{0:containers} wait for each other. Take one of the dependencies away.",
            Cycle),
        Recorded(
            "A start timeout is 2 seconds at least.",
            "Granular start timeout on container '{0:container}' must be at least 2 seconds.",
            "Set startTimeout to 2 at least, or omit it.",
            all => all.Containers.Where(one => one.It.StartTimeout < MinTimeout).Select(one => one.At("startTimeout"))),
        Recorded(
            "A stop timeout is 2 seconds at least.",
            "Granular stop timeout on container '{0:container}' must be at least 2 seconds.",
            "Set stopTimeout to 2 at least, or omit it.",
            all => all.Containers.Where(one => one.It.StopTimeout < MinTimeout).Select(one => one.At("stopTimeout"))),
        Documented(
            "A stop timeout on Fargate is 120 seconds at most.",
            "Granular stop timeout on container '{0:container}' must be at most 120 seconds with Fargate.",
            "Set stopTimeout to 120 at most.",
            all =>
                all.IsFargate
                    ? all.Containers.Where(one => one.It.StopTimeout > LongestStopOnFargate).Select(one => one.At("stopTimeout"))
                    : []),
    ];

    private static IEnumerable<(PlacedContainer Container, string Path, ContainerDependency Item)> On(Definition all) =>
        all.Items("dependsOn", one => one.DependsOn);

    private static IEnumerable<Breach> Broken(Definition all, Func<string?, ContainerDefinition, bool> isBroken) =>
        from dependency in On(all)
        let other = all.Containers.FirstOrDefault(one => one.It.Name == dependency.Item.ContainerName)
        where other is not null && isBroken(dependency.Item.Condition, other.It)
        select new Breach($"{dependency.Path}.condition", other.It.Name);

    /// <summary>A container that depends on nothing that is left can start. If none can, the rest wait for each other.</summary>
    private static IEnumerable<Breach> Cycle(Definition all)
    {
        var left = all.Containers.ToList();
        while (left.RemoveAll(one => one.It.DependsOn?.Exists(on => left.Exists(other => other.It.Name == on.ContainerName)) != true) > 0)
            continue;
        return When(left.Count > 0, left.Count > 0 ? $"{left[0].Path}.dependsOn" : "", string.Join(", ", left.Select(one => one.It.Name)));
    }
}
