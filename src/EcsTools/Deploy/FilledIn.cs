using System.Collections;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Deploy;

/// <summary>The defaults that ECS fills in when a task definition is registered.</summary>
internal static class FilledIn
{
    /// <summary>
    /// The task definition without it, and with sizes in units, so that what was written can be compared with what was registered.
    /// </summary>
    public static RegisterTaskDefinitionRequest Without(RegisterTaskDefinitionRequest request)
    {
        var bare = request.Copy();
        (bare.Cpu, bare.Memory) = (TaskSize.Cpu(bare.Cpu), TaskSize.Memory(bare.Memory));
        foreach (var container in bare.ContainerDefinitions ?? [])
        {
            if (container.Cpu == 0) container.Cpu = null;
            if (container.Essential == true) container.Essential = null;
            foreach (var mapping in container.PortMappings ?? []) RemoveFrom(mapping, bare.NetworkMode);
            if (container.HealthCheck is { } check) RemoveFrom(check);
        }

        foreach (var volume in bare.Volumes ?? [])
        {
            if (volume.Host is { SourcePath: null }) volume.Host = null;
        }

        RemoveEmptyLists(bare);
        return bare;
    }

    private static void RemoveFrom(PortMapping mapping, string? networkMode)
    {
        var filledIn = networkMode is NetworkMode.Awsvpc or NetworkMode.Host ? mapping.ContainerPort : 0;
        if (mapping.HostPort == filledIn) mapping.HostPort = null;
        if (mapping.Protocol == TransportProtocol.Tcp) mapping.Protocol = null;
    }

    private static void RemoveFrom(HealthCheck check)
    {
        if (check.Interval == 30) check.Interval = null;
        if (check.Timeout == 5) check.Timeout = null;
        if (check.Retries == 3) check.Retries = null;
    }

    /// <summary>Takes away lists that hold nothing.</summary>
    public static void RemoveEmptyLists(IStructure structure)
    {
        foreach (var member in structure.GetShape().Members)
        {
            var value = member.Get(structure);
            if (value is ICollection { Count: 0 }) member.Set(structure, null);
            foreach (var inner in value is IStructure one ? [one] : (value as IEnumerable)?.OfType<IStructure>() ?? [])
                RemoveEmptyLists(inner);
        }
    }
}
