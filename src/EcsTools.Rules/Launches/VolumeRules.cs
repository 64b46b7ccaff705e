using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>Volumes of Amazon EBS that are configured at launch.</summary>
internal sealed class VolumeRules : RuleMaking<Launch>
{
    private const string Invalid = "ECS managed EBS volume configuration was invalid. ", Size = "sizeInGiB", Default = "gp3";

    private static readonly Dictionary<string, (int Min, int Max)> Sizes = new()
    {
        ["gp2"] = (1, 16384),
        [Default] = (1, 16384),
        ["io1"] = (4, 16384),
        ["io2"] = (4, 16384),
        ["st1"] = (125, 16384),
        ["sc1"] = (125, 16384),
        ["standard"] = (1, 1024),
    };

    private static readonly Dictionary<string, (int Min, int Max)> Speeds = new()
    {
        [Default] = (3000, 16000),
        ["io1"] = (100, 64000),
        ["io2"] = (100, 256000),
    };

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Recorded(
            "Volumes are configured for a task definition that leaves one to the launch.",
            "Volume configuration provided but no matching configuredAtLaunch volume found in task definition.",
            "Set configuredAtLaunch on a volume of the task definition, or remove volumeConfigurations.",
            all => When(all.Definition is not null && Names(all).Count == 0 && all.Volumes.Any(), "volumeConfigurations")),
        Recorded(
            "The name of a volume is that of the task definition's volume.",
            "The volume name '{0:name}' in your request does not have a matching volume in your Task Definition that is configurable at launch.",
            "Set name to {1:names}.",
            all =>
                Names(all).Count == 0
                    ? []
                    : Each(
                        all,
                        "name",
                        one => one.Name is not null && !Names(all).Contains(one.Name),
                        one => [one.Name, string.Join(", ", Names(all))])),
        Documented(
            "A volume that the task definition leaves to the launch is configured.",
            "No volume configuration was provided for the volume '{0:name}', which is configured at launch.",
            "Set volumeConfigurations with managedEBSVolume.",
            all =>
                When(
                    Names(all).Count > 0 && !all.Volumes.Any() && !all.IsUpdate && all.Request is not CreateTaskSetRequest,
                    "volumeConfigurations",
                    Names(all).FirstOrDefault())),
        Documented(
            "A volume of Amazon EBS has a size or a snapshot.", Invalid + "Specify either sizeInGiB or snapshotId.", "Set sizeInGiB.",
            all => Each(all, Of(Size), one => one.Settings is not null && !one.IsSet(Size) && !one.IsSet("snapshotId"))),
        Documented(
            "A volume of Amazon EBS has a type that Amazon EBS has.",
            Invalid + "'{0:type}' is not a volume type.",
            $"Choose one of {string.Join(", ", Sizes.Keys)}.",
            all => Each(all, Of("volumeType"), one => one.Type is { } type && !Sizes.ContainsKey(type), one => [one.Type])),
        Documented(
            "A volume of Amazon EBS has a size that its type has.",
            Invalid + "sizeInGiB must be between {0:least} and {1:most} for {2:type} volumes.",
            "Set sizeInGiB to a value from {0:least} to {1:most}.",
            all => Each(all, Of(Size), one => IsOutside(one, Size, Sizes), one => Bounds(one, Sizes))),
        Documented(
            "Volumes of the types io1 and io2 have IOPS.", Invalid + "iops is required for {0:type} volumes.", "Set iops.",
            all => Each(all, Of("iops"), one => one.Type is "io1" or "io2" && !one.IsSet("iops"), one => [one.Type])),
        Recorded(
            "Only volumes of the types gp3, io1 and io2 have IOPS.",
            Invalid + "iops is not supported for {0:type} volumes.",
            "Remove iops, or choose gp3, io1 or io2.",
            all =>
                Each(
                    all,
                    Of("iops"),
                    one => one.IsSet("iops") && !Speeds.ContainsKey(one.Type ?? Default),
                    one => [one.Type])) with { Origin = Origin.Documented },
        Documented(
            "The IOPS are within the bounds of the volume's type.",
            Invalid + "iops must be between {0:least} and {1:most} for {2:type} volumes.",
            "Set iops to a value from {0:least} to {1:most}.",
            all => Each(all, Of("iops"), one => IsOutside(one, "iops", Speeds), one => Bounds(one, Speeds))),
        Documented(
            "Only volumes of the type gp3 have a throughput.",
            Invalid + "throughput is not supported for {0:type} volumes.",
            "Remove throughput, or choose gp3.",
            all => Each(all, Of("throughput"), one => one.IsSet("throughput") && one.Type is not (null or Default), one => [one.Type])),
        Documented(
            "A throughput is between 125 and 1000 MiB/s.",
            Invalid + "throughput must be between 125 and 1000.",
            "Set throughput to a value from 125 to 1000.",
            all => Each(all, Of("throughput"), one => one.Get<int?>("throughput") is < 125 or > 1000)),
        Documented(
            "Only volumes of a snapshot are initialized.",
            Invalid + "volumeInitializationRate requires snapshotId.",
            "Remove volumeInitializationRate, or set snapshotId.",
            all => Each(all, Of("volumeInitializationRate"), one => one.IsSet("volumeInitializationRate") && !one.IsSet("snapshotId"))),
        Documented(
            "Only encrypted volumes have a KMS key.",
            Invalid + "kmsKeyId requires encryption.",
            "Set encrypted to true, or remove kmsKeyId.",
            all => Each(all, Of("kmsKeyId"), one => one.IsSet("kmsKeyId") && one.Get<bool?>("encrypted") == false)),
    ]);

    private static string Of(string member) => $"managedEBSVolume.{member}";

    private static HashSet<string> Names(Launch all) =>
        [.. (all.Definition?.Volumes ?? []).Where(volume => volume.ConfiguredAtLaunch == true).Select(volume => volume.Name ?? "")];

    private static bool IsOutside(LaunchVolume one, string member, Dictionary<string, (int Min, int Max)> bounds) =>
        bounds.TryGetValue(one.Type ?? Default, out var range) && one.Get<int?>(member) is { } value
            && (value < range.Min || value > range.Max);

    private static string?[] Bounds(LaunchVolume one, Dictionary<string, (int Min, int Max)> bounds) =>
        [$"{bounds[one.Type ?? Default].Min}", $"{bounds[one.Type ?? Default].Max}", one.Type ?? Default];

    private static IEnumerable<Breach> Each(
        Launch all, string member, Func<LaunchVolume, bool> isBroken, Func<LaunchVolume, string?[]>? values = null) =>
        all.Volumes.Where(isBroken).Select(one => new Breach($"{one.Path}.{member}", values?.Invoke(one) ?? []));
}
