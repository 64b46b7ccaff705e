using System.Globalization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine.State;

/// <summary>The resources that a task requires, by its task definition and overrides.</summary>
internal static class RequiredResources
{
    public static TaskRequirements Of(TaskDefinition definition, TaskOverride? overrides)
    {
        var containers = definition.ContainerDefinitions ?? [];
        return new TaskRequirements
        {
            Cpu = Whole(overrides?.Cpu ?? definition.Cpu) ?? containers.Sum(c => Override(overrides, c)?.Cpu ?? c.Cpu ?? 0),
            MemoryMiB = Whole(overrides?.Memory ?? definition.Memory) ?? containers.Sum(c => Memory(c, Override(overrides, c))),
            Gpus = containers.Sum(c => Gpus(Override(overrides, c)?.ResourceRequirements ?? c.ResourceRequirements)),
            Enis = definition.NetworkMode == NetworkMode.Awsvpc ? 1 : 0,
            HostPorts = definition.NetworkMode is NetworkMode.Awsvpc or NetworkMode.None ? [] : [.. containers.SelectMany(HostPorts)],
            OsFamily = definition.RuntimePlatform?.OperatingSystemFamily,
            CpuArchitecture = definition.RuntimePlatform?.CpuArchitecture,
        };
    }

    public static ContainerOverride? Override(TaskOverride? overrides, ContainerDefinition container) =>
        overrides?.ContainerOverrides?.Find(o => o.Name == container.Name);

    // A soft limit, where there is one, is what is reserved.
    private static int Memory(ContainerDefinition container, ContainerOverride? changed) =>
        changed?.MemoryReservation ?? container.MemoryReservation ?? changed?.Memory ?? container.Memory ?? 0;

    private static int Gpus(List<ResourceRequirement>? requirements) =>
        requirements?.Where(r => r.Type == ResourceType.Gpu).Sum(r => Whole(r.Value) ?? 0) ?? 0;

    private static IEnumerable<HostPort> HostPorts(ContainerDefinition container) =>
        from mapping in container.PortMappings ?? []
        where mapping.HostPort > 0
        select new HostPort(
            mapping.HostPort.GetValueOrDefault(), mapping.Protocol == TransportProtocol.Udp ? PortProtocol.Udp : PortProtocol.Tcp);

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
