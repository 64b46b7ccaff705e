using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>Load balancers: which kind, for which container, and what blue/green deployments need of them.</summary>
internal sealed partial class BalancerRules : RuleMaking<Launch>
{
    private const string List = "loadBalancers";
    private const string Advanced = "advancedConfiguration";
    private const string Either = "You must specify either a loadBalancerName or a targetGroupArn in all loadBalancer entries";

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Recorded(
            "A load balancer has a target group or a name, not both.",
            $"loadBalancerName and targetGroupArn cannot both be specified. {Either}",
            "Remove loadBalancerName.",
            all => Each(all, "loadBalancerName", one => one is { LoadBalancerName.Length: > 0, TargetGroupArn.Length: > 0 })),
        Documented(
            "A load balancer has a target group or a name.", Either, "Set targetGroupArn.",
            all => Each(all, "targetGroupArn", one => one is { LoadBalancerName: null or "", TargetGroupArn: null or "" })),
        Reported(
            "A load balancer names a container.",
            "Container Name can not be blank.",
            "Set containerName to the container that gets the traffic.",
            all => Each(all, "containerName", one => string.IsNullOrEmpty(one.ContainerName))),
        Documented(
            "A load balancer names a port of the container.",
            "Container Port can not be blank.",
            "Set containerPort to the port that gets the traffic.",
            all => Each(all, "containerPort", one => one.ContainerPort is null)),
        Documented(
            "A service has Classic Load Balancers or target groups, not both.",
            "All loadBalancers must be strictly either ELBv1 (defining loadBalancerName) or ELBv2 (defining targetGroupArn)",
            "Use target groups only.",
            all => When(all.Balancers.Any(IsClassic) && !all.Balancers.All(IsClassic), List)),
        Documented(
            "Each target group is listed once.", "Duplicate targetGroupArn found: {0:arn}", "Remove one of them.",
            all =>
                Repeated(all.Balancers.SelectMany((one, index) =>
                    new[] { ($"{List}[{index}].targetGroupArn", one.TargetGroupArn),
                        ($"{List}[{index}].{Advanced}.alternateTargetGroupArn", one.AdvancedConfiguration?.AlternateTargetGroupArn) }))),
        Recorded(
            "Tasks on Fargate have no Classic Load Balancer.",
            "Classic Load Balancers are not supported with Fargate.",
            "Use a target group of an Application or Network Load Balancer.",
            all => all.IsOnFargate ? Each(all, "loadBalancerName", IsClassic) : []),
        Documented(
            "Tasks with the network mode awsvpc have no Classic Load Balancer.",
            "Classic Load Balancers are not supported with networkMode=awsvpc.",
            "Use a target group of an Application or Network Load Balancer.",
            all => all.UsesAwsvpc && !all.IsOnFargate ? Each(all, "loadBalancerName", IsClassic) : []),
        Reported(
            "The circuit breaker is for target groups only.",
            "Deployment circuit breaker feature is not supported with Classic Load Balancers. Remove the Classic Load Balancer and try again.",
            "Use a target group, or remove deploymentCircuitBreaker.",
            all =>
                When(
                    all.Deployment?.DeploymentCircuitBreaker is not null && all.Balancers.Any(IsClassic),
                    "deploymentConfiguration.deploymentCircuitBreaker")),
        Reported(
            "Only services behind a load balancer have a grace period.",
            "Health check grace period is only valid for services configured to use load balancers",
            "Remove healthCheckGracePeriodSeconds, or add a load balancer.",
            all =>
                When(
                    all.Get<int?>("healthCheckGracePeriodSeconds") > 0 && all.Balancers.Count == 0
                        && all.Controller != DeploymentControllerType.External,
                    "healthCheckGracePeriodSeconds")),
        Recorded(
            "Only services behind a load balancer have a role.",
            "IAM roles are only valid for services configured to use load balancers.",
            "Remove role.",
            all => When(all.Role is { Length: > 0 } && all.Balancers.Count == 0, "role")),
        Recorded(
            "A service that needs the service-linked role has no other role.",
            "You cannot specify an IAM role for services that require a service linked role.",
            "Remove role.",
            all => When(all.Role is { Length: > 0 } && (all.UsesAwsvpc || all.Registries.Count > 0 || all.Balancers.Count > 1), "role")),
        Recorded(
            "A load balancer's container is one of the task definition.",
            "The container {0:container} does not exist in the task definition.",
            "Choose one of {1:containers}.",
            all =>
                all.Definition is null
                    ? []
                    : Each(all, "containerName", one => !all.Has(one.ContainerName), one => [one.ContainerName, all.Containers])),
        Recorded(
            "A load balancer's port is a container port of its container.",
            "The container {0:container} did not have a container port {1:port} defined.",
            "Add the port to portMappings, or choose another.",
            all =>
                all.Definition is null
                    ? []
                    : Each(
                        all,
                        "containerPort",
                        one => all.Has(one.ContainerName) && !all.HasPort(one.ContainerName, one.ContainerPort),
                        one => [one.ContainerName, $"{one.ContainerPort}"])),
        Documented(
            "A Classic Load Balancer has no advanced configuration.",
            "advancedConfiguration field is not allowed with ELBv1 loadBalancers",
            "Remove advancedConfiguration, or use a target group.",
            all => Each(all, Advanced, one => IsClassic(one) && one.AdvancedConfiguration is not null)),
        Documented(
            "All load balancers have an advanced configuration, or none.",
            "Either all or none of the provided loadBalancers must have advancedConfiguration defined",
            "Set advancedConfiguration on all of them.",
            all => When(all.Balancers.DistinctBy(one => one.AdvancedConfiguration is null).Count() > 1, List)),
        Documented(
            "With a strategy other than ROLLING, load balancers have an advanced configuration.",
            "advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy",
            "Set advancedConfiguration with alternateTargetGroupArn, productionListenerRule and roleArn.",
            all =>
                all.Deployment?.Strategy is null or DeploymentStrategy.Rolling
                    ? []
                    : Each(all, Advanced, one => one.AdvancedConfiguration is null)),
        .. Needed.Select(member => Documented(
            $"An advanced configuration has {member.Name}.", $"{member.Name} should not be null.", $"Set {member.Name}.",
            all =>
                Each(all, $"{Advanced}.{member.Name}", one =>
                    one.AdvancedConfiguration is { } advanced && string.IsNullOrEmpty(member.Get(advanced))))),
        Documented(
            "A listener rule is a rule of an Application Load Balancer, or a listener of a Network Load Balancer.",
            "{0:member} has an invalid ARN format. Must be RuleArn for ALB or ListenerArn for NLB. Got: {1:arn}",
            "Set {0:member} to such an ARN.",
            all =>
                Rules.SelectMany(rule =>
                    Each(
                        all,
                        $"{Advanced}.{rule.Name}",
                        one =>
                            one.AdvancedConfiguration is { } advanced && rule.Get(advanced) is { Length: > 0 } arn
                                && !Listener().IsMatch(arn),
                        one => [rule.Name, rule.Get(one.AdvancedConfiguration!)]))),
        Documented(
            "Production and test traffic have different listener rules.",
            "The following rules cannot be used as both production and test listener rules: {0:arn}",
            "Set another testListenerRule.",
            all =>
                Each(
                    all,
                    $"{Advanced}.testListenerRule",
                    one =>
                        one.AdvancedConfiguration is { TestListenerRule: { Length: > 0 } test } advanced
                            && test == advanced.ProductionListenerRule,
                    one => [one.AdvancedConfiguration!.TestListenerRule])),
    ]);

    private static (string Name, Func<AdvancedConfiguration, string?> Get)[] Rules =>
        [("productionListenerRule", one => one.ProductionListenerRule), ("testListenerRule", one => one.TestListenerRule)];

    private static (string Name, Func<AdvancedConfiguration, string?> Get)[] Needed =>
        [("alternateTargetGroupArn", one => one.AlternateTargetGroupArn), Rules[0], ("roleArn", one => one.RoleArn)];

    private static bool IsClassic(LoadBalancer one) => one is { LoadBalancerName.Length: > 0, TargetGroupArn: null or "" };

    private static IEnumerable<Breach> Each(
        Launch all, string member, Func<LoadBalancer, bool> isBroken, Func<LoadBalancer, string?[]>? values = null) =>
        all.Balancers
            .Select((one, index) => (One: one, Index: index))
            .Where(at => isBroken(at.One))
            .Select(at => new Breach($"{List}[{at.Index}].{member}", values?.Invoke(at.One) ?? []));

    [GeneratedRegex(@":(listener-rule/(app|net)|listener/net)/")]
    private static partial Regex Listener();
}
