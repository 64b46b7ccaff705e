using EcsTools.Local.Engine;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Query;

namespace EcsTools.Local.Api;

/// <summary>What must hold for tasks to be started from a task definition, by a service or on their own.</summary>
internal static class LaunchRules
{
    private const int MostConstraints = 10, MostStrategies = 5, LongestOverrides = 8192, MostSubnets = 16, MostGroups = 5, LongestStarter = 128;

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

    /// <summary>What a network configuration can have on a kind of capacity; null if that isn't known.</summary>
    public static void Awsvpc(NetworkConfiguration? configuration, string? kind)
    {
        if (configuration?.AwsvpcConfiguration is not { } awsvpc) return;
        if (awsvpc.Subnets?.Count > MostSubnets) throw EcsFault.InvalidParameter($"subnets can have at most {MostSubnets} items.");
        if (awsvpc.SecurityGroups?.Count > MostGroups) throw EcsFault.InvalidParameter($"securityGroups can have at most {MostGroups} items.");
        Check.OneOf(awsvpc.AssignPublicIp, "assignPublicIp", [.. AssignPublicIp.Values]);
        if (kind == LaunchType.Ec2 && awsvpc.AssignPublicIp == AssignPublicIp.Enabled) throw EcsFault.InvalidParameter("Assign public IP is not supported for this launch type.");
    }

    /// <summary>A network configuration with what ECS fills in.</summary>
    public static NetworkConfiguration? Whole(NetworkConfiguration? configuration)
    {
        if (configuration?.AwsvpcConfiguration is not { AssignPublicIp: null } awsvpc) return configuration;
        var whole = awsvpc.Copy();
        whole.AssignPublicIp = AssignPublicIp.Disabled;
        return new() { AwsvpcConfiguration = whole };
    }

    public static void StartedBy(string? starter)
    {
        if (starter?.Length > LongestStarter) throw EcsFault.InvalidParameter($"startedBy can have at most {LongestStarter} characters.");
    }

    public static void Placement(List<PlacementConstraint>? constraints, List<PlacementStrategy>? strategy, string? kind)
    {
        if (kind == LaunchType.Fargate && constraints is { Count: > 0 }) throw EcsFault.InvalidParameter("Placement constraints are not supported with FARGATE launch type.");
        if (kind == LaunchType.Fargate && strategy is { Count: > 0 }) throw EcsFault.InvalidParameter("Placement strategies are not supported with FARGATE launch type.");
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
