using System.Globalization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>CPU and memory: the pairs that Fargate has, and what the containers take of the task's.</summary>
internal sealed class SizeRules : RuleMaking<Definition>
{
    private const int MinCpu = 128, MaxCpu = 196608, MinMemory = 6, MinOfWindows = 1024, MinStorage = 21, MaxStorage = 200;

    private static readonly string Cpus = $"Choose one of {string.Join(", ", TaskSize.CpusOfFargate)} CPU units.";

    /// <summary>What ECS checks before it looks at the containers.</summary>
    public static IEnumerable<Rule<Definition>> First { get; } =
    [
        Recorded(
            "The task's CPU is a number of units from 128 to 196608, or of vCPUs.",
            "Invalid 'cpu' setting for task.",
            "'{0:cpu}' isn't a size. Set 128 to 196608 CPU units, or a number of vCPUs, for example 0.5 vCPU.",
            all =>
                When(
                    all.Cpu is { } cpu && Number(cpu) is not (>= MinCpu and <= MaxCpu),
                    "cpu",
                    all.Request.Cpu)) with { Error = InvalidParameter },
        Documented(
            "The task's memory is a number of MiB, or of GB.",
            "Invalid 'memory' setting for task.",
            "'{0:memory}' isn't a size. Set a number of MiB, or of GB, for example 2 GB.",
            all =>
                When(
                    all.Memory is { } memory && Number(memory) is not >= MinMemory,
                    "memory",
                    all.Request.Memory)) with { Error = InvalidParameter },
    ];

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Recorded(
            "A container has memory, or its task has.",
            "Invalid setting for container '{0:container}'. At least one of 'memory' or 'memoryReservation' must be specified.",
            "Set memory or memoryReservation.",
            all =>
                Broken(all, "memory", one => !all.IsDaemon && all.Memory is null && one.Memory is null && one.MemoryReservation is null)),
        Recorded(
            "A container's memory is at least its memoryReservation.",
            "Invalid setting for container '{0:container}'. 'memory' must be greater than or equal to 'memoryReservation'.",
            "Reserve less, or raise memory.",
            all => Broken(all, "memoryReservation", one => one.MemoryReservation > one.Memory)),
        Documented(
            "A container has 6 MiB of memory at least.",
            "Invalid setting for container '{0:container}'. 'memory' must be at least 6.",
            "Set 6 MiB at least.",
            all => Broken(all, "memory", one => one.Memory < MinMemory)),
        Reported(
            "A container's memory is at most its task's.",
            "The 'memory' setting for container '{0:container}' is greater than for the task.",
            "Lower it, or raise the task's memory.",
            all =>
                Broken(all, "memory", one =>
                    Number(all.Memory) is { } most && Math.Max(one.Memory ?? 0, one.MemoryReservation ?? 0) > most)),
        Documented(
            "The containers reserve at most the task's memory.",
            "The sum of all container 'memoryReservation' values cannot be greater than the value of the task 'memory'.",
            "Raise the task's memory, or lower the containers' reservations.",
            all =>
                When(
                    Number(all.Memory) is { } most && all.Containers.All(one => !(one.It.MemoryReservation > most))
                        && all.Containers.Sum(one => (long)(one.It.MemoryReservation ?? 0)) > most,
                    "memory")),
        Reported(
            "The containers have at most the task's CPU.",
            "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
            "Raise the task's cpu, or lower the containers' cpu.",
            all => When(Number(all.Cpu) is { } most && all.Containers.Sum(one => (long)(one.It.Cpu ?? 0)) > most, "cpu")),
        Recorded(
            "A Fargate task has a CPU size.", "Fargate requires that 'cpu' be defined at the task level.", Cpus,
            all => When(all.IsFargate && all.Cpu is null, "cpu")),
        Recorded(
            "A Fargate task has a memory size.", "Fargate requires that 'memory' be defined at the task level.", "Choose {0:sizes}.",
            all => When(all.IsFargate && all.Memory is null, "memory", TaskSize.MemoryOfFargate(all.Cpu) ?? "a number of MiB")),
        Recorded(
            "Fargate has the pair of CPU and memory.",
            "No Fargate configuration exists for given values: {0:cpu} CPU, {1:memory} memory. See the Amazon ECS documentation for the valid values.",
            "{2:advice}",
            NoPair),
        Recorded(
            "A Windows task on Fargate has 1 vCPU at least.",
            "No Fargate configuration exists for given values: {0:cpu} CPU, {1:memory} memory. See the Amazon ECS documentation for the valid values.",
            "Set cpu to 1024 at least.",
            all =>
                When(
                    all.IsFargate && all.IsWindows && Number(all.Cpu) < MinOfWindows && TaskSize.IsOfFargate(all.Cpu!, all.Memory ?? ""),
                    "cpu",
                    all.Cpu,
                    all.Memory)),
        Recorded(
            "Ephemeral storage has 21 GiB at least.",
            "EphemeralStorage size should be at least 21",
            "Set sizeInGiB to a value from 21 to 200.",
            all => When(all.Request.EphemeralStorage?.SizeInGiB < MinStorage, "ephemeralStorage.sizeInGiB")),
        Recorded(
            "Ephemeral storage has 200 GiB at most.",
            "EphemeralStorage size should be at most 200",
            "Set sizeInGiB to a value from 21 to 200.",
            all => When(all.Request.EphemeralStorage?.SizeInGiB > MaxStorage, "ephemeralStorage.sizeInGiB")),
    ];

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<Breach> Broken(Definition all, string member, Func<ContainerDefinition, bool> isBroken) =>
        all.Containers.Where(one => isBroken(one.It)).Select(one => one.At(member));

    /// <summary>The fault is the memory's, if Fargate has the CPU size.</summary>
    private static IEnumerable<Breach> NoPair(Definition all)
    {
        if (!all.IsFargate || all.Cpu is not { } cpu || all.Memory is not { } memory || Number(cpu) is null || Number(memory) is null
            || TaskSize.IsOfFargate(cpu, memory))
            return [];
        return TaskSize.MemoryOfFargate(cpu) is { } sizes
            ? [new Breach("memory", cpu, memory, $"With {cpu} CPU units, choose {sizes}.")]
            : [new Breach("cpu", cpu, memory, Cpus)];
    }
}
