using EcsTools.Local.Engine;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Query;

namespace EcsTools.Local.Api;

/// <summary>What must hold for tasks to be started from a task definition, by a service or on their own.</summary>
internal static class LaunchRules
{
    private const int MostConstraints = 10, MostStrategies = 5, LongestOverrides = 8192;

    public static void Network(TaskDefinition definition, NetworkConfiguration? configuration)
    {
        if (definition.NetworkMode == NetworkMode.Awsvpc)
        {
            if (configuration?.AwsvpcConfiguration is not { } awsvpc)
                throw EcsFault.InvalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
            if (awsvpc.Subnets is not { Count: > 0 }) throw EcsFault.InvalidParameter("subnets can not be empty.");
        }
        else if (configuration?.AwsvpcConfiguration is not null)
        {
            throw EcsFault.InvalidParameter("Network Configuration is not valid for the given networkMode of this task definition.");
        }
    }

    public static void Placement(List<PlacementConstraint>? constraints, List<PlacementStrategy>? strategy)
    {
        if (constraints?.Count > MostConstraints) throw EcsFault.InvalidParameter($"placementConstraints can have at most {MostConstraints} items.");
        if (strategy?.Count > MostStrategies) throw EcsFault.InvalidParameter($"placementStrategy can have at most {MostStrategies} items.");
        if (constraints?.Exists(c => c.Type == PlacementConstraintType.DistinctInstance && !string.IsNullOrEmpty(c.Expression)) == true)
            throw EcsFault.InvalidParameter("distinctInstance expression should not be specified.");
        try
        {
            PlacementConstraints.Parse((constraints ?? []).Select(c => (c.Type, c.Expression)));
            foreach (var step in strategy ?? []) PlacementStep.Parse(step.Type, step.Field);
        }
        catch (Exception e) when (e is ClusterQueryException or ArgumentException)
        {
            throw EcsFault.InvalidParameter(Sentence(e));
        }
    }

    public static void Overrides(TaskDefinition definition, TaskOverride? overrides)
    {
        if (overrides is null) return;
        if (WireJson.ToBytes(overrides).Length > LongestOverrides)
            throw EcsFault.InvalidParameter($"Container Overrides length must be at most {LongestOverrides}");
        foreach (var container in overrides.ContainerOverrides ?? [])
        {
            if (definition.ContainerDefinitions?.Exists(c => c.Name == container.Name) != true)
                throw EcsFault.InvalidParameter($"Override for container named {container.Name} is not a container in the TaskDefinition.");
        }
    }

    // .NET adds the parameter's name, which means nothing to the caller.
    private static string Sentence(Exception e) =>
        e is ArgumentException { ParamName: { } name } ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : e.Message;
}
