using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What ECS takes as dependencies, health checks and restart policies of the containers of a task definition.</summary>
internal static class ContainerRules
{
    private const int MostIgnoredExitCodes = 50;

    /// <exception cref="EcsFault">ECS would refuse it.</exception>
    public static void Enforce(List<ContainerDefinition> containers)
    {
        foreach (var container in containers)
        {
            foreach (var dependency in container.DependsOn ?? []) Dependency(containers, container, dependency);
            if (container.HealthCheck is { } check) Health(check);
            if (container.RestartPolicy is { } policy) Restart(policy);
        }

        Cycles(containers);
    }

    private static void Dependency(List<ContainerDefinition> containers, ContainerDefinition container, ContainerDependency dependency)
    {
        if (dependency.Condition is null || !ContainerCondition.Values.Contains(dependency.Condition))
            throw EcsFault.Client($"condition should be one of [{string.Join(',', ContainerCondition.Values)}]");
        var on = containers.Find(other => other.Name == dependency.ContainerName)
            ?? throw EcsFault.Client($"Container {container.Name} depends on {dependency.ContainerName}, which is not a container of the task definition.");
        if (dependency.Condition is ContainerCondition.Success or ContainerCondition.Complete && on.Essential != false)
            throw EcsFault.Client("A dependency container with SUCCESS or COMPLETE condition cannot be an essential container");
        if (dependency.Condition == ContainerCondition.Healthy && on.HealthCheck is null)
            throw EcsFault.Client($"Container {container.Name} waits for {on.Name} to be HEALTHY, which has no health check.");
    }

    private static void Health(HealthCheck check)
    {
        if (check.Command is not { Count: > 0 }) throw EcsFault.Client("healthCheck.command should not be null or empty.");
        Within(check.Interval, "healthCheck.interval", 5, 300);
        Within(check.Timeout, "healthCheck.timeout", 2, 60);
        Within(check.Retries, "healthCheck.retries", 1, 10);
        Within(check.StartPeriod, "healthCheck.startPeriod", 0, 300);
    }

    private static void Restart(ContainerRestartPolicy policy)
    {
        Within(policy.RestartAttemptPeriod, "restartPolicy.restartAttemptPeriod", 60, 1800);
        if (policy.IgnoredExitCodes?.Count > MostIgnoredExitCodes) throw EcsFault.Client($"restartPolicy.ignoredExitCodes can have at most {MostIgnoredExitCodes} items.");
    }

    // What depends on nothing that is left can start; where nothing can, the rest wait for each other.
    private static void Cycles(List<ContainerDefinition> containers)
    {
        var left = containers.ToList();
        while (left.RemoveAll(container => container.DependsOn?.Exists(on => left.Exists(other => other.Name == on.ContainerName)) != true) > 0)
            continue;
        if (left.Count > 0) throw EcsFault.Client($"The dependencies of the containers {string.Join(", ", left.Select(container => container.Name))} go in a circle.");
    }

    private static void Within(int? value, string member, int least, int most)
    {
        if (value < least || value > most) throw EcsFault.Client($"{member} must be between {least} and {most}.");
    }
}
