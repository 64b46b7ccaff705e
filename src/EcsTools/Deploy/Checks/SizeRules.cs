using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Deploy.Checks;

/// <summary>CPU and memory: the pairs that Fargate has, and what the containers take of the task's.</summary>
internal static class SizeRules
{
    private const int LeastMemory = 6;

    public static void Check(Checked all)
    {
        var (cpu, memory) = (TaskSize.Cpu(all.Definition.Cpu), TaskSize.Memory(all.Definition.Memory));
        if (all.IsFargate) Fargate(all, cpu, memory);
        foreach (var container in all.Containers) Memory(all, container, memory);
        if (int.TryParse(memory, out var mebibytes)) Together(all, "memory", mebibytes, "MiB", container => container.MemoryReservation ?? 0);
        if (all.IsFargate && int.TryParse(cpu, out var units)) Together(all, "cpu", units, "CPU units", container => container.Cpu ?? 0);
    }

    private static void Fargate(Checked all, string? cpu, string? memory)
    {
        var cpus = $"Choose one of {string.Join(", ", TaskSize.CpusOfFargate)} CPU units.";
        if (cpu is null) all.Error("cpu", "Fargate needs the task's CPU.", cpus);
        if (memory is null) all.Error("memory", "Fargate needs the task's memory.", TaskSize.MemoryOfFargate(cpu) is { } said ? $"Choose {said}." : "Say it in MiB.");
        if (cpu is null || memory is null || TaskSize.IsOfFargate(cpu, memory)) return;
        if (TaskSize.MemoryOfFargate(cpu) is { } sizes) all.Error("memory", $"Fargate has no tasks of {cpu} CPU units with {memory} MiB.", $"With {cpu} CPU units, choose {sizes}.");
        else all.Error("cpu", $"Fargate has no tasks of {cpu} CPU units.", cpus);
    }

    private static void Memory(Checked all, ContainerDefinition container, string? ofTask)
    {
        var path = $"{Checked.Of(container)}.memory";
        if (ofTask is null && container.Memory is null && container.MemoryReservation is null)
            all.Error(path, "Neither the container nor the task says how much memory it gets.", "Set memory or memoryReservation.");
        if (container.MemoryReservation > container.Memory) all.Error($"{path}Reservation", $"{container.MemoryReservation} MiB are reserved, more than the limit of {container.Memory}.", "Reserve less, or raise memory.");
        if (container.Memory < LeastMemory) all.Error(path, $"{container.Memory} MiB are too little for any container.", $"Give it {LeastMemory} MiB at least.");
        if (int.TryParse(ofTask, out var most) && container.Memory > most) all.Error(path, $"{container.Memory} MiB are more than the task's {most}.", "Lower it, or raise the task's memory.");
    }

    private static void Together(Checked all, string member, int most, string unit, Func<ContainerDefinition, int> part)
    {
        var sum = all.Containers.Sum(part);
        if (sum > most) all.Error(member, $"The containers set {sum} {unit} aside, more than the task's {most}.", $"Raise the task's {member}, or lower the containers'.");
    }
}
