using EcsTools.Model;

namespace EcsTools.Rules.Capacity;

/// <summary>Capacity providers of Auto Scaling groups and of managed instances.</summary>
internal sealed class ProviderRules : RuleMaking<ProviderChange>
{
    private const string Group = "autoScalingGroupProvider";
    private const string Managed = "managedInstancesProvider";
    private const string Template = $"{Managed}.instanceLaunchTemplate";
    private const string Requirements = $"{Template}.instanceRequirements";

    private static readonly string[] Reserved = ["aws", "ecs", "fargate"];

    public static IReadOnlyList<Rule<ProviderChange>> All { get; } =
    [
        Recorded(
            "A capacity provider has a name.", "CapacityProvider name must not be blank.", "Set name.",
            all => When(all.Creation is { Name: null or "" }, "name")),
        Recorded(
            "The name of a capacity provider has up to 255 letters, digits, hyphens and underscores, and doesn't begin with aws, ecs or fargate.",
            "The specified capacity provider name is invalid. Up to 255 characters are allowed, including letters (upper and lowercase), numbers, underscores, and hyphens. The name cannot be prefixed with \"aws\", \"ecs\", or \"fargate\".",
            "Choose another name.",
            all =>
                When(
                    all.Creation?.Name is { Length: > 0 } name
                        && (!NameRules.IsName(name) || Reserved.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))),
                    "name")),
        .. AsInvalidParameters(
        [
            Reported(
                "A change of a capacity provider names it.", "A name is required when updating a capacity provider.", "Set name.",
                all => When(all.Request is UpdateCapacityProviderRequest { Name: null or "" }, "name")),
            .. TagRules.All.Select(rule => rule.On<ProviderChange>(all => all.Creation?.Tags ?? [])),
            Documented(
                "A capacity provider is of an Auto Scaling group or of managed instances.",
                "Specify either an Auto Scaling group provider or a Managed Instances provider.",
                $"Set {Group} or {Managed}.",
                all =>
                    When(all.Creation is { } one && one.AutoScalingGroupProvider is null == one.ManagedInstancesProvider is null, Group)),
            .. ShapeRules.All.Select(rule => rule.On<ProviderChange>(all => all.Request)),
            Documented(
                "A capacity provider of an Auto Scaling group names the group.",
                "autoScalingGroupArn can not be blank.",
                "Set autoScalingGroupArn.",
                all => When(all.Creation?.AutoScalingGroupProvider is { AutoScalingGroupArn: null or "" }, $"{Group}.autoScalingGroupArn")),
            Reported(
                "A capacity provider of managed instances belongs to a cluster.",
                "Amazon ECS Managed Instances Provider is not supported without a Cluster Name.",
                "Set cluster.",
                all => When(all is { Managed: not null, Creation.Cluster: null or "" }, "cluster")),
            Reported(
                "A capacity provider of managed instances has an infrastructure role.",
                "Amazon ECS Managed Instances capacity provider must specify an InfrastructureRole.",
                "Set infrastructureRoleArn.",
                all => When(all.Managed is { InfrastructureRoleArn: null or "" }, $"{Managed}.infrastructureRoleArn")),
            Reported(
                "A capacity provider of managed instances has an instance profile.",
                "Amazon ECS Managed Instances capacity provider must specify an instance profile.",
                "Set ec2InstanceProfileArn.",
                all =>
                    When(
                        all.Managed is { } one && string.IsNullOrEmpty(one.InstanceLaunchTemplate?.Ec2InstanceProfileArn),
                        $"{Template}.ec2InstanceProfileArn")),
            Reported(
                "A capacity provider of managed instances has subnets.",
                "Amazon ECS Managed Instances capacity provider must specify a Network Configuration with non empty subnets.",
                "Set networkConfiguration with subnets.",
                all =>
                    When(
                        all.Managed is { } one && one.InstanceLaunchTemplate?.NetworkConfiguration?.Subnets is not { Count: > 0 },
                        $"{Template}.networkConfiguration.subnets")),
            Documented(
                "Requirements of instances allow types or exclude types.",
                "Specify either allowedInstanceTypes or excludedInstanceTypes, but not both.",
                "Remove one of them.",
                all =>
                    When(
                        all.Requirements is { AllowedInstanceTypes.Count: > 0, ExcludedInstanceTypes.Count: > 0 },
                        $"{Requirements}.excludedInstanceTypes")),
            Documented(
                "Requirements of instances limit the price of Spot Instances by one of two percentages.",
                "Specify either spotMaxPricePercentageOverLowestPrice or maxSpotPriceAsPercentageOfOptimalOnDemandPrice, but not both.",
                "Remove one of them.",
                all =>
                    When(
                        all.Requirements?.SpotMaxPricePercentageOverLowestPrice is not null
                            && all.Requirements.MaxSpotPriceAsPercentageOfOptimalOnDemandPrice is not null,
                        $"{Requirements}.spotMaxPricePercentageOverLowestPrice")),
            Documented(
                "The minimum of a requirement is 0 at least, and at most its maximum.",
                "The minimum of {0:requirement} must be between 0 and its maximum.",
                "Lower min, or raise max.",
                Ranges),
        ]),
        Recorded(
            "The minimum scaling step size is at most the maximum.",
            "The minimum or maximum scaling step size value is invalid. Specify a minimum scaling step size value that is less than or equal to the maximum scaling step size value and try again.",
            "Lower minimumScalingStepSize.",
            all =>
                When(
                    all.Group?.ManagedScaling is { } scaling && scaling.MinimumScalingStepSize > scaling.MaximumScalingStepSize,
                    $"{Group}.managedScaling.minimumScalingStepSize")),
        Reported(
            "Managed termination protection needs managed scaling.",
            "The managed termination protection setting for the capacity provider is invalid. To enable managed termination protection for a capacity provider, managed scaling must be enabled.",
            "Enable managed scaling.",
            all =>
                When(
                    all.Group is { ManagedTerminationProtection: ManagedTerminationProtection.Enabled } one
                        && one.ManagedScaling?.Status != ManagedScalingStatus.Enabled,
                    $"{Group}.managedTerminationProtection")),
    ];

    private static IEnumerable<Breach> Ranges(ProviderChange all)
    {
        if (all.Requirements is null) yield break;
        foreach (var member in all.Requirements.GetShape().Members.Where(member => member.Value.Kind == ValueKind.Structure))
        {
            if (member.Get(all.Requirements) is not IStructure range) continue;
            var (min, max) = (Number(range, "min"), Number(range, "max"));
            if (min < 0 || max < 0 || min > max) yield return new Breach($"{Requirements}.{member.WireName}.min", member.WireName);
        }
    }

    private static double? Number(IStructure range, string member) => range.GetShape().Find(member)?.Get(range) switch
    {
        int whole => whole,
        double number => number,
        _ => null,
    };
}
