using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What ECS takes as a daemon task definition.</summary>
internal static class DaemonDefinitionRules
{
    /// <exception cref="EcsFault">ECS would refuse it.</exception>
    public static void Check(DaemonTaskDefinition definition)
    {
        if (string.IsNullOrEmpty(definition.Family)) throw EcsFault.Client("Family should not be null or empty.");
        if (!Api.Check.IsName(definition.Family)) throw EcsFault.Client("Family contains invalid characters.");
        if (definition.ContainerDefinitions is not { Count: > 0 } containers) throw EcsFault.Client("Container list cannot be empty.");
        Api.Check.OneOf(definition.PidMode, "pidMode", [.. DaemonPidMode.Values]);
        Api.Check.OneOf(definition.IpcMode, "ipcMode", [.. DaemonIpcMode.Values]);
        foreach (var container in containers) CheckContainer(definition, container);
        if (containers.DistinctBy(container => container.Name).Count() < containers.Count) throw EcsFault.Client("Container names must be unique within a task definition.");
        if (!containers.Exists(container => container.Essential == true)) throw EcsFault.Client("A task definition must have at least one essential container.");
    }

    private static void CheckContainer(DaemonTaskDefinition definition, DaemonContainerDefinition container)
    {
        if (string.IsNullOrEmpty(container.Name)) throw EcsFault.Client("Container.name should not be null or empty.");
        if (!Api.Check.IsName(container.Name)) throw EcsFault.Client("Container.name contains invalid characters.");
        if (string.IsNullOrEmpty(container.Image)) throw EcsFault.Client("Container.image should not be null or empty.");
        if (container.MemoryReservation > container.Memory)
            throw EcsFault.Client($"Invalid setting for container '{container.Name}'. 'memory' must be greater than or equal to 'memoryReservation'.");
        if (container.MountPoints?.Find(mount => definition.Volumes?.Exists(volume => volume.Name == mount.SourceVolume) != true) is { } mount)
            throw EcsFault.Client($"Unknown volume '{mount.SourceVolume}'.");
    }
}
