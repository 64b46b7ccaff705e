using EcsTools.Local.Engine;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Api;

/// <summary>The versions of Fargate's platform, and since which of them there is what a task definition may ask for.</summary>
internal static class FargatePlatform
{
    private const string Latest = "LATEST";
    private static readonly string[] Versions = ["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0"];

    private static readonly (string Since, Func<TaskDefinition, bool> IsAskedFor)[] Capabilities =
    [
        ("1.1.0", definition => AnyContainer(definition, container => container.HealthCheck is not null)),
        ("1.2.0", definition => AnyContainer(definition, container => container.RepositoryCredentials is not null)),
        ("1.3.0", definition => AnyContainer(definition, container => container.Secrets is { Count: > 0 })),
        ("1.3.0", definition => AnyContainer(definition, container => container.DependsOn is { Count: > 0 } || container.StartTimeout is not null || container.StopTimeout is not null)),
        ("1.3.0", definition => definition.ProxyConfiguration is not null),
        ("1.4.0", definition => definition.EphemeralStorage is not null),
        ("1.4.0", definition => definition.Volumes?.Exists(volume => volume.EfsVolumeConfiguration is not null) == true),
        ("1.4.0", definition => int.TryParse(definition.Cpu, out var cpu) && cpu > TaskSize.LargestOfOldFargate),
    ];

    /// <summary>Checks a version that was asked for. Only Fargate has any.</summary>
    /// <exception cref="EcsFault">There is no such version, or it lacks something that the task definition needs.</exception>
    public static void Check(string? launchType, string? version, TaskDefinition? definition)
    {
        if (string.IsNullOrEmpty(version)) return;
        if (launchType == LaunchType.Ec2) throw EcsFault.InvalidParameter("The platform version must be null when specifying an EC2 launch type.");
        if (version == Latest) return;
        if (!Versions.Contains(version)) throw new EcsFault("PlatformUnknownException", "The specified platform does not exist.");
        if (definition is not null && Capabilities.Any(capability => IsBefore(version, capability.Since) && capability.IsAskedFor(definition)))
            throw new EcsFault("PlatformTaskDefinitionIncompatibilityException", "One or more of the requested capabilities are not supported.");
    }

    private static bool IsBefore(string version, string other) => Array.IndexOf(Versions, version) < Array.IndexOf(Versions, other);

    private static bool AnyContainer(TaskDefinition definition, Predicate<ContainerDefinition> asks) => definition.ContainerDefinitions?.Exists(asks) == true;
}
