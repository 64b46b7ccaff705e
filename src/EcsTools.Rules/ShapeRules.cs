using System.Collections;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Rules;

/// <summary>The facts of the API about members: which are required, their values, and their bounds.</summary>
internal sealed class ShapeRules : RuleMaking<IStructure>
{
    private const int Any = int.MaxValue, Port = 65535, Step = 10_000, Day = 1440;

    /// <summary>Members whose absence has a text of its own, or that ECS fills in.</summary>
    private static readonly HashSet<(string, string)> HaveTheirOwn =
    [
        ("RegisterTaskDefinitionRequest", "family"), ("RegisterTaskDefinitionRequest", "containerDefinitions"), ("HealthCheck", "command"),
        ("CreateServiceRequest", "serviceName"), ("UpdateServiceRequest", "service"), ("RunTaskRequest", "taskDefinition"),
        ("StartTaskRequest", "taskDefinition"), ("StartTaskRequest", "containerInstances"),
        ("CreateTaskSetRequest", "service"), ("CreateTaskSetRequest", "cluster"), ("CreateTaskSetRequest", "taskDefinition"),
        ("AwsVpcConfiguration", "subnets"),
        ("DeploymentCircuitBreaker", "enable"), ("DeploymentCircuitBreaker", "rollback"), ("ThresholdConfiguration", "type"),
        ("ThresholdConfiguration", "value"),
        ("CreateCapacityProviderRequest", "name"), ("UpdateCapacityProviderRequest", "name"),
        ("AutoScalingGroupProvider", "autoScalingGroupArn"),
        ("CreateManagedInstancesProviderConfiguration", "infrastructureRoleArn"),
        ("CreateManagedInstancesProviderConfiguration", "instanceLaunchTemplate"),
        ("InstanceLaunchTemplate", "ec2InstanceProfileArn"), ("InstanceLaunchTemplate", "networkConfiguration"),
        ("PutClusterCapacityProvidersRequest", "cluster"),
    ];

    /// <summary>Members whose values have a text of their own.</summary>
    private static readonly HashSet<(string, string)> HaveTheirOwnValues =
    [
        ("TaskDefinitionPlacementConstraint", "type"), ("PlacementConstraint", "type"), ("PlacementStrategy", "type"),
        ("ThresholdConfiguration", "type"), ("DeploymentController", "type"),
        ("CreateServiceRequest", "launchType"), ("RunTaskRequest", "launchType"), ("CreateTaskSetRequest", "launchType"),
        ("CreateServiceRequest", "schedulingStrategy"), ("ClusterSetting", "name"),
    ];

    /// <summary>Members that take other values than those that the API names: agents can have log drivers of their own.</summary>
    private static readonly string[] Open = ["logDriver"];

    private static readonly Dictionary<(string Owner, string Member), (int Min, int Max)> Bounds = new()
    {
        [("ContainerDefinition", "cpu")] = (0, Any),
        [("ContainerDefinition", "memoryReservation")] = (1, Any),
        [("LinuxParameters", "swappiness")] = (0, 100),
        [("LinuxParameters", "maxSwap")] = (0, Any),
        [("LinuxParameters", "sharedMemorySize")] = (1, Any),
        [("Tmpfs", "size")] = (1, Any),
        [("EFSVolumeConfiguration", "transitEncryptionPort")] = (0, Port),
        [("S3FilesVolumeConfiguration", "transitEncryptionPort")] = (0, Port),
        [("NvidiaMpsAllocation", "memory")] = (1, Any),
        [("NvidiaMpsAllocation", "maxComputePercent")] = (1, 100),
        [("RunTaskRequest", "count")] = (1, 10),
        [("ContainerOverride", "cpu")] = (0, Any),
        [("ContainerOverride", "memory")] = (6, Any),
        [("ContainerOverride", "memoryReservation")] = (1, Any),
        [("CreateServiceRequest", "healthCheckGracePeriodSeconds")] = (0, Any),
        [("UpdateServiceRequest", "healthCheckGracePeriodSeconds")] = (0, Any),
        [("LoadBalancer", "containerPort")] = (1, Port),
        [("ServiceRegistry", "port")] = (1, Port),
        [("ServiceRegistry", "containerPort")] = (1, Port),
        [("ServiceConnectClientAlias", "port")] = (1, Port),
        [("ServiceConnectService", "ingressPortOverride")] = (1, Port),
        [("TimeoutConfiguration", "idleTimeoutSeconds")] = (0, Any),
        [("TimeoutConfiguration", "perRequestTimeoutSeconds")] = (0, Any),
        [("ServiceManagedEBSVolumeConfiguration", "volumeInitializationRate")] = (100, 300),
        [("TaskManagedEBSVolumeConfiguration", "volumeInitializationRate")] = (100, 300),
        [("DeploymentConfiguration", "bakeTimeInMinutes")] = (0, Day),
        [("LinearConfiguration", "stepBakeTimeInMinutes")] = (0, Day),
        [("CanaryConfiguration", "canaryBakeTimeInMinutes")] = (0, Day),
        [("DeploymentLifecycleHookTimeoutConfiguration", "timeoutInMinutes")] = (1, 20160),
        [("DeploymentEarlySuccessCriteria", "healthyPercent")] = (0, 100),
        [("ManagedScaling", "targetCapacity")] = (1, 100),
        [("ManagedScaling", "minimumScalingStepSize")] = (1, Step),
        [("ManagedScaling", "maximumScalingStepSize")] = (1, Step),
        [("ManagedScaling", "instanceWarmupPeriod")] = (0, Step),
        [("ManagedInstancesStorageConfiguration", "storageSizeGiB")] = (1, 16384),
        [("InfrastructureOptimization", "scaleInAfter")] = (-1, 3600),
        [("InstanceRequirementsRequest", "spotMaxPricePercentageOverLowestPrice")] = (0, Any),
        [("InstanceRequirementsRequest", "onDemandMaxPricePercentageOverLowestPrice")] = (0, Any),
        [("InstanceRequirementsRequest", "maxSpotPriceAsPercentageOfOptimalOnDemandPrice")] = (0, Any),
    };

    private static readonly Dictionary<(string Owner, string Member), int> Lengths = new()
    {
        [("RegisterTaskDefinitionRequest", "placementConstraints")] = 10,
        [("ContainerDefinition", "credentialSpecs")] = 1,
        [("ContainerRestartPolicy", "ignoredExitCodes")] = 50,
        [("CreateServiceRequest", "loadBalancers")] = 5,
        [("UpdateServiceRequest", "loadBalancers")] = 5,
        [("CreateTaskSetRequest", "loadBalancers")] = 5,
        [("AwsVpcConfiguration", "subnets")] = 16,
        [("AwsVpcConfiguration", "securityGroups")] = 5,
        [("CreateServiceRequest", "volumeConfigurations")] = 1,
        [("UpdateServiceRequest", "volumeConfigurations")] = 1,
        [("RunTaskRequest", "volumeConfigurations")] = 1,
        [("StartTaskRequest", "volumeConfigurations")] = 1,
    };

    public static IReadOnlyList<Rule<IStructure>> All { get; } =
    [
        Documented(
            "Members that the API requires are set.", "{0:member} should not be null.", "Set {0:member}.",
            all =>
                Walk.Members(all)
                    .Where(at => at.Value is null && at.Shape.IsRequired && !HaveTheirOwn.Contains(at.Key))
                    .Select(at => new Breach(at.Path, at.Shape.WireName))),
        Recorded(
            "Members with named values have one of them; only a log driver can have another name.",
            "{0:member} should be one of [{1:values}]",
            "{2:advice}",
            all =>
                Walk.Members(all)
                    .Where(at => !Open.Contains(at.Shape.WireName) && !HaveTheirOwnValues.Contains(at.Key))
                    .SelectMany(Unknown)),
        Warning(
            "A log driver is one that the API names.", "'{0:value}' isn't a log driver of Amazon ECS.", "{1:advice}",
            all =>
                Walk.Members(all)
                    .Where(at => Open.Contains(at.Shape.WireName))
                    .SelectMany(Unknown)
                    .Select(at => new Breach(at.Path, at.Values[3], at.Values[2]))),
        Documented(
            "Numbers are within their bounds.",
            "{0:member} must be between {1:least} and {2:most}.",
            "{3:value} is out of bounds. Choose a value from {1:least} to {2:most}.",
            all => Walk.Members(all).SelectMany(OutOfBounds)),
        Documented(
            "Lists have at most as many items as the API allows.", "{0:member} can have at most {1:most} items.", "Remove items.",
            all => Walk.Members(all).SelectMany(TooLong)),
    ];

    /// <summary>Member, values, advice, value.</summary>
    private static IEnumerable<Breach> Unknown(PlacedMember at)
    {
        IEnumerable<(string Path, string Value)> given = at.Value switch
        {
            string text => [(at.Path, text)],
            IEnumerable<string> texts => texts.Where(text => text is not null).Select((text, index) => ($"{at.Path}[{index}]", text)),
            _ => [],
        };
        var known = at.Value is string ? at.Shape.Value.Values : at.Shape.Value.Element?.Values ?? [];
        return known.Count == 0
            ? []
            : given
                .Where(one => !known.Contains(one.Value))
                .Select(one => new Breach(one.Path, at.Shape.WireName, string.Join(',', known), Advice(one.Value, known), one.Value));
    }

    private static string Advice(string value, IReadOnlyList<string> known) =>
        (Spelling.Nearest(value, known) is { } nearest
            ? $"Did you mean '{nearest}'? "
            : "") + $"The values are {string.Join(", ", known)}.";

    private static IEnumerable<Breach> OutOfBounds(PlacedMember at) =>
        at.Value is int number && Bounds.TryGetValue(at.Key, out var bounds) && (number < bounds.Min || number > bounds.Max)
            ? [new(at.Path, at.Shape.WireName, $"{bounds.Min}", $"{bounds.Max}", $"{number}")]
            : [];

    private static IEnumerable<Breach> TooLong(PlacedMember at) =>
        at.Value is IList list && Lengths.TryGetValue(at.Key, out var most) && list.Count > most
            ? [new(at.Path, at.Shape.WireName, $"{most}")]
            : [];
}
