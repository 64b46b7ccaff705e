using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>
/// The settings that a service can have with its scheduling strategy, its deployment controller, and Availability Zone rebalancing.
/// </summary>
internal sealed class ServiceRules : RuleMaking<Launch>
{
    private const string Zone = "attribute:ecs.availability-zone";
    private const string Strategy = "capacityProviderStrategy";
    private const string Rebalancing = "availabilityZoneRebalancing";

    private const int Whole = 100;

    private static readonly string[] Schedulings = [SchedulingStrategy.Replica, SchedulingStrategy.Daemon];

    /// <summary>The settings that ECS controls for a service with the strategy DAEMON.</summary>
    public static IReadOnlyList<Rule<Launch>> Daemon { get; } = AsInvalidParameters(
    [
        OfDaemon(
            Origin.Recorded,
            "desiredCount",
            "a desired count",
            "a desired count for services. Remove the desired count value",
            all => all.DesiredCount is not null),
        OfDaemon(
            Origin.Recorded,
            "launchType",
            "the launch type FARGATE",
            "the FARGATE launch type. Change the launch type",
            all => all.Get<string>("launchType") == LaunchType.Fargate),
        Reported(
            "A DAEMON service has no capacity provider strategy.",
            "Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.",
            "Remove capacityProviderStrategy.",
            all => When(all.IsDaemon && all.Strategy.Count > 0, Strategy)),
        .. new[] { DeploymentControllerType.CodeDeploy, DeploymentControllerType.External }.Select(type =>
            OfDaemon(
                Origin.Recorded,
                "deploymentController.type",
                $"the deployment controller {type}",
                $"the {type} deployment controller. Change the deployment controller",
                all => all.Controller == type)),
        OfDaemon(
            Origin.Recorded,
            "placementStrategy",
            "placement strategies",
            "placement strategies. Remove the placement strategy",
            all => all.Placement.Count > 0),
    ]);

    /// <summary>What ECS checks before it looks at the task definition.</summary>
    public static IReadOnlyList<Rule<Launch>> First { get; } = AsInvalidParameters(
    [
        Recorded(
            "A scheduling strategy is REPLICA or DAEMON.",
            $"Scheduling strategy should be one of [{string.Join(',', Schedulings)}]",
            "Choose REPLICA or DAEMON.",
            all => When(all.Get<string>("schedulingStrategy") is { } strategy && !Schedulings.Contains(strategy), "schedulingStrategy")),
        Documented(
            "A deployment controller is ECS, CODE_DEPLOY or EXTERNAL.",
            $"Deployment controller type should be one of [{string.Join(',', DeploymentControllerType.Values)}]",
            "Choose ECS, CODE_DEPLOY or EXTERNAL.",
            all => When(all.Controller is { } type && !DeploymentControllerType.Values.Contains(type), "deploymentController.type")),
    ]);

    /// <summary>The settings that the controller requires, and the number of tasks.</summary>
    public static IReadOnlyList<Rule<Launch>> Controlled { get; } = AsInvalidParameters(
    [
        .. TaskSetMembers.Select(member => new Rule<Launch>(
            $"With the deployment controller EXTERNAL, a service has no {member.Name} of its own.",
            member.Origin,
            Client,
            $"{char.ToUpperInvariant(member.Name[0])}{member.Name[1..]} must be {member.Must}.",
            "Specify it when you create a task set.",
            all =>
                When(all is { Controller: DeploymentControllerType.External, IsService: true } && IsSet(all, member.Name), member.Name))),
        Recorded(
            "With the deployment controller CODE_DEPLOY, a service has a target group.",
            "When specifying the CODE_DEPLOY deployment controller type, the service requires an Application Load Balancer or Network Load Balancer.",
            "Add a load balancer with a target group.",
            all =>
                When(
                    all.Controller == DeploymentControllerType.CodeDeploy
                        && !all.Balancers.Any(one => one.TargetGroupArn is { Length: > 0 }),
                    "loadBalancers")),
        Recorded(
            "A REPLICA service has a desired count.", "DesiredCount is missing", "Set desiredCount.",
            all =>
                When(
                    all is { IsService: true, IsDaemon: false, IsUpdate: false, DesiredCount: null }
                        && all.Controller != DeploymentControllerType.External,
                    "desiredCount")),
        Recorded(
            "A desired count is 0 at least.", "DesiredCount can not be lesser than 0", "Set desiredCount to 0 at least.",
            all => When(all is { IsUpdate: false, DesiredCount: < 0 }, "desiredCount")),
    ]);

    public static IReadOnlyList<Rule<Launch>> Rebalanced { get; } = AsInvalidParameters(
    [
        Unbalanced(
            Origin.Recorded,
            "maximumPercent <= 100 %",
            "deployment configuration",
            _ => true,
            all => all.Deployment?.MaximumPercent <= Whole && !all.IsDaemon),
        Unbalanced(Origin.Recorded, "DAEMON", "scheduling strategy", all => !all.IsUpdate, all => all.IsDaemon),
        Unbalanced(
            Origin.Documented,
            "Classic Load Balancers",
            "load balancers",
            all => !all.IsUpdate,
            all => all.Balancers.Any(one => one.LoadBalancerName is { Length: > 0 })),
        Unbalanced(Origin.Documented, Zone, "placement constraint", all => !all.IsUpdate, all =>
            all.Constraints.Any(one => one.Expression?.Contains(Zone, StringComparison.Ordinal) == true)),
        Unbalanced(
            Origin.Documented,
            "a first placement strategy other than spread over Availability Zones",
            "placement strategy",
            all => !all.IsUpdate,
            all => all.Placement.Count > 0 && !IsOverZones(all.Placement[0])),
    ]);

    /// <summary>Whether a service that doesn't ask for rebalancing gets it.</summary>
    public static bool CanRebalance(CreateServiceRequest request)
    {
        var asking = new CreateServiceRequest
        {
            SchedulingStrategy = request.SchedulingStrategy,
            DeploymentConfiguration = request.DeploymentConfiguration,
            LoadBalancers = request.LoadBalancers,
            PlacementConstraints = request.PlacementConstraints,
            PlacementStrategy = request.PlacementStrategy,
            AvailabilityZoneRebalancing = AvailabilityZoneRebalancing.Enabled,
        };
        return !Rebalanced.Any(rule => rule.Findings(new Launch(asking)).Any());
    }

    private static (string Name, string Must, Origin Origin)[] TaskSetMembers =>
    [
        ("taskDefinition", "blank", Origin.Recorded),
        ("launchType", "blank", Origin.Documented),
        (Strategy, "empty or null", Origin.Documented),
        ("platformVersion", "blank", Origin.Documented),
        ("networkConfiguration", "empty or null", Origin.Documented),
        ("loadBalancers", "empty or null", Origin.Recorded),
        ("serviceRegistries", "empty or null", Origin.Documented),
        ("serviceConnectConfiguration", "empty or null", Origin.Documented),
        ("volumeConfigurations", "empty or null", Origin.Documented),
    ];

    private static bool IsSet(Launch all, string member) =>
        all.Get<object>(member) is { } value && value is not ("" or System.Collections.ICollection { Count: 0 });

    private static bool IsOverZones(PlacementStrategy one) =>
        string.Equals(one.Type, PlacementStrategyType.Spread, StringComparison.OrdinalIgnoreCase)
            && string.Equals(one.Field, Zone, StringComparison.OrdinalIgnoreCase);

    private static Rule<Launch> OfDaemon(Origin origin, string member, string what, string text, Func<Launch, bool> isBroken) => new(
        $"A DAEMON service doesn't have {what}.",
        origin,
        Client,
        $"The daemon scheduling strategy does not support {text} and try again",
        "Remove it, or set schedulingStrategy to REPLICA.",
        all => When(all.IsDaemon && isBroken(all), member));

    private static Rule<Launch> Unbalanced(
        Origin origin, string what, string member, Func<Launch, bool> isAsked, Func<Launch, bool> isBroken) => new(
        $"Availability Zone rebalancing isn't enabled with {what}.", origin, Client,
        $"The service couldn't be {{0:created}} because Availability Zone Rebalancing does not support {what} as {member}. Update {member} and try again.",
        $"Set {Rebalancing} to DISABLED.",
        all =>
            When(
                all.Rebalancing == AvailabilityZoneRebalancing.Enabled && isAsked(all) && isBroken(all),
                Rebalancing,
                all.IsUpdate ? "updated" : "created"));
}
