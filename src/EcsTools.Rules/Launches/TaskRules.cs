using System.Globalization;
using System.Text.RegularExpressions;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Rules.Launches;

/// <summary>The settings of standalone tasks: who started them, and their overrides.</summary>
internal sealed partial class TaskRules : RuleMaking<Launch>
{
    private const int LongestOverrides = 8192, LongestStarter = 128, LongestReference = 1024, MinStorage = 21, MaxStorage = 200;

    private const string Overrides = "overrides", Containers = $"{Overrides}.containerOverrides", Storage = $"{Overrides}.ephemeralStorage";

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Documented(
            "The starter of a task has 128 characters at most.",
            $"startedBy can have at most {LongestStarter} characters.",
            "Shorten startedBy.",
            all => When(all.StartedBy?.Length > LongestStarter, "startedBy")),
        Documented(
            "The starter of a task has letters, digits, hyphens, underscores and slashes.",
            "startedBy contains invalid characters.",
            "Use letters, digits, -, _ and / only.",
            all => When(all.StartedBy is { Length: > 0 and <= LongestStarter } starter && !Starter().IsMatch(starter), "startedBy")),
        Documented(
            "A reference ID has 1024 characters at most.",
            $"referenceId can have at most {LongestReference} characters.",
            "Shorten referenceId.",
            all => When(all.Get<string>("referenceId")?.Length > LongestReference, "referenceId")),
        Documented(
            "A task without a service gets its tags from the task definition.",
            "The SERVICE option of propagateTags is not supported for standalone tasks.",
            "Set propagateTags to TASK_DEFINITION or NONE.",
            all =>
                When(
                    all.Request is RunTaskRequest or StartTaskRequest && all.Get<string>("propagateTags") == PropagateTags.Service,
                    "propagateTags")),
        Recorded(
            "Overrides have 8192 characters at most.",
            $"Container Overrides length must be at most {LongestOverrides}",
            "Shorten the overrides.",
            all => When(all.Overrides is { } overrides && WireJson.ToBytes(overrides).Length > LongestOverrides, Overrides)),
        Documented(
            "An override names its container.", "Container override name can not be blank.", "Set name to one of {0:containers}.",
            all => Each(all, "name", one => string.IsNullOrEmpty(one.Name), one => [all.Containers])),
        Recorded(
            "An override is for a container of the task definition.",
            "Override for container named {0:container} is not a container in the TaskDefinition.",
            "Choose one of {1:containers}.",
            all =>
                all.Definition is null
                    ? []
                    : Each(all, "name", one => one.Name is { Length: > 0 } && !all.Has(one.Name), one => [one.Name, all.Containers])),
        Documented(
            "Each container has one override.", "Multiple overrides for container named {0:container}.", "Join the overrides.",
            all => Repeated((all.Overrides?.ContainerOverrides ?? []).Select((one, index) => ($"{Containers}[{index}].name", one?.Name)))),
        Documented(
            "The name of a variable isn't empty.", "Environment variable name should not be null or empty.", "Set name.",
            all => Each(all, "environment", one => one.Environment?.Exists(variable => string.IsNullOrEmpty(variable?.Name)) == true)),
        Documented(
            "The value of a GPU is how many of them the container gets.",
            "The value of a GPU resource requirement must be a whole number above 0.",
            "Set value to the number of GPUs.",
            all =>
                Each(all, "resourceRequirements", one =>
                    one.ResourceRequirements?.Exists(needed =>
                        needed is { Type: ResourceType.Gpu, Value: { } value } && !TaskDefinitions.KernelRules.IsCount(value)) == true)),
        Reported(
            "A container's memory is at most its task's.",
            "The 'memory' setting for container '{0:container}' is greater than for the task.",
            "Lower it, or raise the task's memory.",
            all =>
                Number(TaskSize.Memory(all.Overrides?.Memory) ?? all.Definition?.Memory) is { } most
                    ? Each(all, "memory", one => Math.Max(one.Memory ?? 0, one.MemoryReservation ?? 0) > most, one => [one.Name])
                    : []),
        Reported(
            "A role is the name or the ARN of an IAM role.",
            "Role is not valid",
            "'{0:role}' isn't a role. Set the ARN of an IAM role, or omit it.",
            all =>
                new[] { ("taskRoleArn", all.Overrides?.TaskRoleArn), ("executionRoleArn", all.Overrides?.ExecutionRoleArn) }.Where(one =>
                    one.Item2 is not null
                        && !TaskDefinitions.RoleRules.IsRole(one.Item2)).Select(one => new Breach($"{Overrides}.{one.Item1}", one.Item2))),
        Documented(
            "The CPU of a task is a number of units, or of vCPUs.",
            "Invalid 'cpu' setting for task.",
            "Set a number of CPU units, or of vCPUs, for example 0.5 vCPU.",
            all => When(all.Overrides?.Cpu is { } cpu && !IsNumber(TaskSize.Cpu(cpu)), $"{Overrides}.cpu")),
        Documented(
            "The memory of a task is a number of MiB, or of GB.",
            "Invalid 'memory' setting for task.",
            "Set a number of MiB, or of GB, for example 2 GB.",
            all => When(all.Overrides?.Memory is { } memory && !IsNumber(TaskSize.Memory(memory)), $"{Overrides}.memory")),
        Recorded(
            "Fargate has the pair of CPU and memory.",
            "No Fargate configuration exists for given values: {0:cpu} CPU, {1:memory} memory. See the Amazon ECS documentation for the valid values.",
            "With these CPU units, choose {2:sizes}.",
            NoPair),
        Documented(
            "Only tasks on Fargate have ephemeral storage.",
            "Tasks using the {0:kind} launch type do not support EphemeralStorage.",
            "Remove ephemeralStorage, or use Fargate.",
            all => When(all.Kind is not null && !all.IsOnFargate && all.Overrides?.EphemeralStorage is not null, Storage, all.Kind)),
        Recorded(
            "Ephemeral storage has 21 GiB at least.",
            $"EphemeralStorage size should be at least {MinStorage}",
            "Set sizeInGiB to a value from 21 to 200.",
            all => When(all.Overrides?.EphemeralStorage?.SizeInGiB < MinStorage, $"{Storage}.sizeInGiB")),
        Recorded(
            "Ephemeral storage has 200 GiB at most.",
            $"EphemeralStorage size should be at most {MaxStorage}",
            "Set sizeInGiB to a value from 21 to 200.",
            all => When(all.Overrides?.EphemeralStorage?.SizeInGiB > MaxStorage, $"{Storage}.sizeInGiB")),
    ]);

    private static IEnumerable<Breach> NoPair(Launch all)
    {
        if (!all.IsOnFargate || all.Overrides is not ({ Cpu: not null } or { Memory: not null })) return [];
        var (cpu, memory) =
            (TaskSize.Cpu(all.Overrides.Cpu) ?? all.Definition?.Cpu, TaskSize.Memory(all.Overrides.Memory) ?? all.Definition?.Memory);
        return When(
            IsNumber(cpu) && IsNumber(memory) && !TaskSize.IsOfFargate(cpu, memory),
            all.Overrides.Memory is null ? $"{Overrides}.cpu" : $"{Overrides}.memory",
            cpu,
            memory,
            TaskSize.MemoryOfFargate(cpu) ?? "other CPU units");
    }

    private static bool IsNumber(string? text) => Number(text) > 0;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<Breach> Each(
        Launch all, string member, Func<ContainerOverride, bool> isBroken, Func<ContainerOverride, string?[]>? values = null) =>
        (all.Overrides?.ContainerOverrides ?? [])
            .Select((one, index) => (One: one, Index: index))
            .Where(at => at.One is not null && isBroken(at.One))
            .Select(at => new Breach($"{Containers}[{at.Index}].{member}", values?.Invoke(at.One) ?? []));

    [GeneratedRegex(@"\A[a-zA-Z0-9\-_/]+\z")]
    private static partial Regex Starter();
}
