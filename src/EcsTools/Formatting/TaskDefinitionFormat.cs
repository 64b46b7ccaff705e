using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to task definitions and their containers.</summary>
public static class TaskDefinitionFormat
{
    /// <summary>The CPU units of the task, or else of its containers together; blank where nothing is set aside.</summary>
    public static string Cpu(TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Amount(definition.Cpu, definition.ContainerDefinitions?.Sum(c => c.Cpu ?? 0));
    }

    /// <summary>The MiB of the task, or else what its containers together set aside, as placement counts it.</summary>
    public static string Memory(TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Amount(definition.Memory, definition.ContainerDefinitions?.Sum(c => c.MemoryReservation ?? c.Memory ?? 0));
    }

    /// <summary>What it can run on: what it was made for, or else all that it suits.</summary>
    public static string Launch(TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Format.Items(definition.RequiresCompatibilities is { Count: > 0 } required ? required : definition.Compatibilities);
    }

    /// <summary>A line a container: name, image, size, ports.</summary>
    public static string Containers(TaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Format.Lines(definition.ContainerDefinitions?.Select(c => Format.Items(new[]
        {
            c.ToString(), Format.Size(c.Cpu, c.Memory ?? c.MemoryReservation), Format.Items(c.PortMappings), c.Essential == false ? "not essential" : "",
        })));
    }

    /// <summary>The MiB that a container may use, and before them those set aside where they differ: <c>128/512</c>.</summary>
    public static string Memory(ContainerDefinition container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return Memory(container.MemoryReservation, container.Memory);
    }

    /// <summary>The CPU units of a daemon's task, or else of its containers together.</summary>
    public static string Cpu(DaemonTaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Amount(definition.Cpu, definition.ContainerDefinitions?.Sum(c => c.Cpu ?? 0));
    }

    /// <summary>The MiB of a daemon's task, or else what its containers together set aside.</summary>
    public static string Memory(DaemonTaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Amount(definition.Memory, definition.ContainerDefinitions?.Sum(c => c.MemoryReservation ?? c.Memory ?? 0));
    }

    /// <summary>A line a container of a daemon: name, image, size.</summary>
    public static string Containers(DaemonTaskDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Format.Lines(definition.ContainerDefinitions?.Select(c => Format.Items(new[]
        {
            c.ToString(), Format.Size(c.Cpu, c.Memory ?? c.MemoryReservation), c.Essential == false ? "not essential" : "",
        })));
    }

    /// <summary>The MiB that a daemon's container may use, and before them those set aside where they differ: <c>128/512</c>.</summary>
    public static string Memory(DaemonContainerDefinition container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return Memory(container.MemoryReservation, container.Memory);
    }

    private static string Memory(int? reserved, int? limit) => reserved is not null && limit is not null ? $"{reserved}/{limit}" : $"{limit ?? reserved}";

    private static string Amount(string? ofTask, int? ofContainers) => !string.IsNullOrEmpty(ofTask) ? ofTask : ofContainers > 0 ? $"{ofContainers}" : "";
}
