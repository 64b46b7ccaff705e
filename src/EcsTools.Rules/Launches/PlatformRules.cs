using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Rules.Launches;

/// <summary>The versions of Fargate's platform, and since which of them there is what a task definition may ask for.</summary>
internal sealed class PlatformRules : RuleMaking<Launch>
{
    private const string Path = "platformVersion", Latest = "LATEST";

    private static readonly string[] Versions = ["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0"];

    private static readonly (string Since, Func<TaskDefinition, bool> IsAskedFor)[] Capabilities =
    [
        ("1.1.0", definition => AnyContainer(definition, container => container.HealthCheck is not null)),
        ("1.2.0", definition => AnyContainer(definition, container => container.RepositoryCredentials is not null)),
        ("1.3.0", definition => AnyContainer(definition, container => container.Secrets is { Count: > 0 })),
        ("1.3.0", definition =>
            AnyContainer(definition, container =>
                container.DependsOn is { Count: > 0 } || container.StartTimeout is not null || container.StopTimeout is not null)),
        ("1.3.0", definition => definition.ProxyConfiguration is not null),
        ("1.4.0", definition => definition.EphemeralStorage is not null),
        ("1.4.0", definition =>
            definition.Volumes?.Exists(volume => volume.EfsVolumeConfiguration is not null || volume.ConfiguredAtLaunch == true) == true),
        ("1.4.0", definition => int.TryParse(definition.Cpu, out var cpu) && cpu > TaskSize.LargestOfOldFargate),
    ];

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Recorded(
            "Only Fargate has platform versions.",
            "The platform version must be null when specifying an {0:kind} launch type.",
            "Remove platformVersion, or use Fargate.",
            all => When(all.Kind is not null && !all.IsOnFargate && all.PlatformVersion is { Length: > 0 }, Path, all.Kind)),
        Documented(
            "A platform version is LATEST or one that Fargate has.",
            "The specified platform does not exist.",
            $"Choose {Latest} or one of {string.Join(", ", Versions)}.",
            all => When(IsNumbered(all) && !Versions.Contains(all.PlatformVersion), Path)) with { Error = "PlatformUnknownException" },
        Documented(
            "The platform version has what the task definition asks for.",
            "One or more of the requested capabilities are not supported.",
            $"Choose {Latest}.",
            all =>
                When(
                    IsNumbered(all) && all.Definition is { } definition && Versions.Contains(all.PlatformVersion)
                        && Capabilities.Any(one => IsBefore(all.PlatformVersion!, one.Since) && one.IsAskedFor(definition)),
                    Path))
            with { Error = "PlatformTaskDefinitionIncompatibilityException" },
    ]);

    private static bool IsNumbered(Launch all) =>
        all.PlatformVersion is not (null or "" or Latest) && (all.Kind is null || all.IsOnFargate);

    private static bool IsBefore(string version, string other) => Array.IndexOf(Versions, version) < Array.IndexOf(Versions, other);

    private static bool AnyContainer(TaskDefinition definition, Predicate<ContainerDefinition> asks) =>
        definition.ContainerDefinitions?.Exists(asks) == true;
}
