using EcsTools.Model;

namespace EcsTools.Deploy.Checks;

/// <summary>Ports, and the networks that they are on.</summary>
internal static class PortRules
{
    private const int Highest = 65535;

    public static void Check(Checked all)
    {
        var mode = all.Definition.NetworkMode;
        if (all.IsFargate && mode != NetworkMode.Awsvpc) all.Error("networkMode", $"Fargate has the network mode awsvpc only, not {mode ?? "bridge"}.", "Set networkMode to awsvpc.");
        var sharesAddress = mode is NetworkMode.Awsvpc or NetworkMode.Host;
        var ports = all.Containers.SelectMany(container => (container.PortMappings ?? []).Select((mapping, index) => (Path: $"{Checked.Of(container)}.portMappings[{index}]", Mapping: mapping))).ToList();
        foreach (var (path, mapping) in ports) Port(all, path, mapping, sharesAddress, mode);
        all.Unique(ports.Select(port => ($"{port.Path}.hostPort", Taken(port.Mapping, sharesAddress))), "container");
        all.Unique(ports.Select(port => ($"{port.Path}.name", port.Mapping.Name)), "port");
        if (mode is not null and not NetworkMode.Bridge)
            foreach (var container in all.Containers.Where(one => one.Links is { Count: > 0 })) all.Error($"{Checked.Of(container)}.links", $"Links need the network mode bridge; this is {mode}.", "Reach the other container at localhost, or by service discovery.");
    }

    private static void Port(Checked all, string path, PortMapping mapping, bool sharesAddress, string? mode)
    {
        if (mapping.ContainerPort is null && mapping.ContainerPortRange is null) all.Error($"{path}.containerPort", "It names no port.", "Set containerPort or containerPortRange.");
        all.Within(mapping.ContainerPort, 1, Highest, $"{path}.containerPort");
        all.Within(mapping.HostPort, 0, Highest, $"{path}.hostPort");
        if (sharesAddress && mapping.HostPort is { } host and not 0 && host != mapping.ContainerPort)
            all.Error($"{path}.hostPort", $"In the network mode {mode} the host's port is the container's: {mapping.ContainerPort}, not {host}.", "Leave hostPort out.");
    }

    /// <summary>The port that nothing else in the task, or on the instance, can have; null where ECS finds a free one.</summary>
    private static string? Taken(PortMapping mapping, bool sharesAddress) =>
        (sharesAddress ? mapping.ContainerPort : mapping.HostPort) is { } port and not 0 ? $"{mapping.Protocol ?? TransportProtocol.Tcp} {port}" : null;
}
