using System.Collections;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>What the API says of members itself: which must be there, which values they have, and their bounds.</summary>
internal sealed class ShapeRules : RuleMaking<Definition>
{
    /// <summary>Members whose absence has a text of its own.</summary>
    private static readonly string[] HaveTheirOwn = ["family", "containerDefinitions", "command"];

    /// <summary>Members that take other values than those that the API names: agents can have log drivers of their own.</summary>
    private static readonly string[] Open = ["logDriver"];

    private static readonly Dictionary<(string Owner, string Member), (int Least, int Most)> Bounds = new()
    {
        [("ContainerDefinition", "cpu")] = (0, int.MaxValue),
        [("ContainerDefinition", "memoryReservation")] = (1, int.MaxValue),
        [("HealthCheck", "interval")] = (5, 300),
        [("HealthCheck", "timeout")] = (2, 60),
        [("HealthCheck", "retries")] = (1, 10),
        [("HealthCheck", "startPeriod")] = (0, 300),
        [("ContainerRestartPolicy", "restartAttemptPeriod")] = (60, 1800),
        [("LinuxParameters", "swappiness")] = (0, 100),
        [("LinuxParameters", "maxSwap")] = (0, int.MaxValue),
        [("LinuxParameters", "sharedMemorySize")] = (1, int.MaxValue),
        [("Tmpfs", "size")] = (1, int.MaxValue),
        [("EphemeralStorage", "sizeInGiB")] = (21, 200),
        [("EFSVolumeConfiguration", "transitEncryptionPort")] = (0, 65535),
        [("S3FilesVolumeConfiguration", "transitEncryptionPort")] = (0, 65535),
        [("NvidiaMpsAllocation", "memory")] = (1, int.MaxValue),
        [("NvidiaMpsAllocation", "maxComputePercent")] = (1, 100),
    };

    private static readonly Dictionary<(string Owner, string Member), int> Lengths = new()
    {
        [("RegisterTaskDefinitionRequest", "placementConstraints")] = 10,
        [("ContainerDefinition", "environmentFiles")] = 10,
        [("ContainerDefinition", "credentialSpecs")] = 1,
        [("ContainerRestartPolicy", "ignoredExitCodes")] = 50,
    };

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Documented(
            "Members that the API requires are set.", "{0:member} should not be null.", "Set {0:member}.",
            all => Walk.Members(all).Where(at => at.Value is null && at.Shape.IsRequired && !HaveTheirOwn.Contains(at.Shape.WireName)).Select(at => new Breach(at.Path, at.Shape.WireName))),
        Recorded(
            "Members with named values have one of them; only a log driver can have another name.", "{0:member} should be one of [{1:values}]", "{2:advice}",
            all => Walk.Members(all).Where(at => !Open.Contains(at.Shape.WireName) && at.Owner.Name != "TaskDefinitionPlacementConstraint").SelectMany(Unknown)),
        Warning(
            "A log driver is one that the API names.", "'{0:value}' isn't a log driver of Amazon ECS.", "{1:advice}",
            all => Walk.Members(all).Where(at => Open.Contains(at.Shape.WireName)).SelectMany(Unknown).Select(at => new Breach(at.Path, at.Values[3], at.Values[2]))),
        Documented(
            "Numbers are within their bounds.", "{0:member} must be between {1:least} and {2:most}.", "{3:value} is out of bounds. Choose a value from {1:least} to {2:most}.",
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
        return known.Count == 0 ? [] : given.Where(one => !known.Contains(one.Value)).Select(one => new Breach(one.Path, at.Shape.WireName, string.Join(',', known), Advice(one.Value, known), one.Value));
    }

    private static string Advice(string value, IReadOnlyList<string> known) =>
        (Spelling.Nearest(value, known) is { } nearest ? $"Did you mean '{nearest}'? " : "") + $"The values are {string.Join(", ", known)}.";

    private static IEnumerable<Breach> OutOfBounds(PlacedMember at) =>
        at.Value is int number && Bounds.TryGetValue((at.Owner.Name, at.Shape.WireName), out var bounds) && (number < bounds.Least || number > bounds.Most)
            ? [new(at.Path, at.Name, $"{bounds.Least}", $"{bounds.Most}", $"{number}")]
            : [];

    private static IEnumerable<Breach> TooLong(PlacedMember at) =>
        at.Value is IList list && Lengths.TryGetValue((at.Owner.Name, at.Shape.WireName), out var most) && list.Count > most ? [new(at.Path, at.Name, $"{most}")] : [];
}
