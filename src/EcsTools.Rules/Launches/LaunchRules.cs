using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>
/// The rules for services, tasks and task sets, in ECS's order as far as it is known. Each is checked by all operations that have the
/// member.
/// </summary>
internal sealed class LaunchRules : RuleMaking<Launch>
{
    /// <summary>The launch types that ECS names when it refuses one.</summary>
    public static string[] LaunchTypes { get; } = ["EC2", "FARGATE", "EXTERNAL", "FMI", "MANAGED_INSTANCES"];

    /// <summary>What ECS checks before it looks at the task definition.</summary>
    public static IReadOnlyList<Rule<Launch>> First { get; } = AsInvalidParameters(
    [
        .. ServiceRules.First,
        Recorded(
            "A launch type is one that ECS has.",
            $"launch type should be one of [{string.Join(',', LaunchTypes)}]",
            "Choose EC2 or FARGATE.",
            all => When(all.Get<string>("launchType") is { } type && !LaunchTypes.Contains(type), "launchType")),
        .. ShapeRules.All.Select(rule => rule.On<Launch>(all => all.Request)),
        .. TagRules.All.Select(rule => rule.On<Launch>(all => all.Tags)),
    ]);

    /// <summary>What ECS checks of the tasks' network, by the task definition.</summary>
    public static IReadOnlyList<Rule<Launch>> Network => NetworkRules.All;

    /// <summary>The settings that ECS or the controller decides, and those that a service requires.</summary>
    public static IReadOnlyList<Rule<Launch>> Scheduling { get; } =
    [
        .. ServiceRules.Daemon,
        .. ServiceRules.Controlled,
        .. AsInvalidParameters(
        [
            Recorded(
                "Tasks have a launch type or a capacity provider strategy, not both.",
                "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
                "Remove one of them.",
                all => When(all.Get<string>("launchType") is not null && all.Strategy.Count > 0, "capacityProviderStrategy")),
        ]),
    ];

    /// <summary>What ECS checks by the task definition and the capacity.</summary>
    public static IReadOnlyList<Rule<Launch>> Rest { get; } =
    [
        .. PlatformRules.All,
        .. NetworkRules.All,
        .. PlacementRules.All,
        .. BalancerRules.All,
        .. DiscoveryRules.All,
        .. VolumeRules.All,
        .. DeploymentRules.All,
        .. ServiceRules.Rebalanced,
        .. TaskRules.All,
        .. CommandRules.All,
        .. MonitoringRules.All,
    ];

    /// <summary>All rules, each once.</summary>
    public static IEnumerable<Rule<Launch>> All => First.Concat(Scheduling).Concat(Rest);

    /// <summary>Everything that is wrong with a request.</summary>
    public static IReadOnlyList<Finding> Findings(Launch launch) => [.. All.SelectMany(rule => rule.Findings(launch))];
}
