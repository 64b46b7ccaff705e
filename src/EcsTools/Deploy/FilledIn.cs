using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>What ECS fills in when a task definition is registered without it.</summary>
internal static class FilledIn
{
    /// <summary>The task definition without it, so that what was written can be compared with what was registered.</summary>
    public static RegisterTaskDefinitionRequest Without(RegisterTaskDefinitionRequest request)
    {
        var bare = WireJson.Clone(request);
        foreach (var container in bare.ContainerDefinitions ?? [])
        {
            if (container.Cpu == 0) container.Cpu = null;
            if (container.Essential == true) container.Essential = null;
            foreach (var mapping in container.PortMappings ?? []) RemoveFrom(mapping, bare.NetworkMode);
            RemoveEmptyLists(container);
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

    private static void RemoveEmptyLists(IStructure structure)
    {
        foreach (var member in structure.GetShape().Members)
        {
            if (member.Get(structure) is System.Collections.ICollection { Count: 0 }) member.Set(structure, null);
        }
    }
}
