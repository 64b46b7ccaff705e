using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Ports, and ranges of them.</summary>
internal sealed class PortRules : RuleMaking<Definition>
{
    private const int Highest = 65535, MostRanges = 100, LongestName = 64;

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Documented(
            "The network mode none has no ports.", "Port mappings are not supported when networkMode=none.", "Remove the port mappings, or set another networkMode.",
            all => all.Mode == NetworkMode.None ? all.Containers.Where(one => one.It.PortMappings is { Count: > 0 }).Select(one => one.At("portMappings")) : []),
        Documented(
            "A port mapping has a container port or a range of them.", "Port mapping must specify one of 'containerPort' or 'containerPortRange'.", "Set containerPort or containerPortRange.",
            all => Broken(all, "containerPort", one => one.ContainerPort is null && one.ContainerPortRange is null)),
        Documented(
            "A container port is between 1 and 65535.", "containerPort must be between 1 and 65535.", "Choose a port from 1 to 65535.",
            all => Broken(all, "containerPort", one => one.ContainerPort is < 1 or > Highest)),
        Documented(
            "A host port is between 0 and 65535.", "hostPort must be between 0 and 65535.", "Choose a port from 0 to 65535.",
            all => Broken(all, "hostPort", one => one.HostPort is < 0 or > Highest)),
        Reported(
            "In the network modes awsvpc and host, the host port is the container port.", "When networkMode={0:mode}, the host ports and container ports in port mappings must match.", "Leave hostPort out.",
            all => Broken(all, "hostPort", one => all.SharesPorts && one.HostPort is { } host && host != one.ContainerPort, all.Mode)),
        Documented(
            "Each port of the host is mapped once for each protocol.", "Port {0:port} is mapped more than once.", "Give each container another port.",
            all => Repeated(all.Items("portMappings", one => one.PortMappings).Select(port => ($"{port.Path}.hostPort", Taken(port.Item, all.SharesPorts))))),
        Documented(
            "Each port mapping has another name.", "Port mapping name '{0:name}' is used more than once.", "Give each port another name.",
            all => Repeated(all.Items("portMappings", one => one.PortMappings).Select(port => ($"{port.Path}.name", port.Item.Name)))),
        Documented(
            "The name of a port mapping has up to 64 lowercase letters, digits, hyphens and underscores, and doesn't start with a hyphen.", "Port mapping name contains invalid characters.",
            "Use up to 64 of a-z, 0-9, - and _, and start with a letter or a digit.",
            all => Broken(all, "name", one => one.Name is { } name && !IsPortName(name))),
        Documented(
            "A range of ports has no single port beside it.", "Port mapping must specify one of 'containerPort' or 'containerPortRange'.", "Remove containerPort and hostPort.",
            all => Broken(all, "containerPortRange", one => one.ContainerPortRange is not null && (one.ContainerPort is not null || one.HostPort is not null))),
        Documented(
            "A range of ports is in the network mode bridge or awsvpc.", "containerPortRange is not supported when networkMode={0:mode}.", "Set networkMode to bridge or awsvpc.",
            all => Broken(all, "containerPortRange", one => one.ContainerPortRange is not null && all.Mode == NetworkMode.Host, all.Mode)),
        Documented(
            "A range of ports is first-last, both between 1 and 65535.", "containerPortRange is not valid.", "Write the first and the last port, for example 8000-8010.",
            all => Broken(all, "containerPortRange", one => one.ContainerPortRange is { } range && Range(range) is null)),
        Documented(
            "Ranges of a container's ports don't overlap.", "containerPortRange overlaps with another port mapping of the container.", "Change one of the ranges.",
            all => all.Containers.SelectMany(Overlapping)),
        Documented(
            "A container has 100 ranges of ports at most.", "A container can have at most 100 port ranges.", "Join the ranges.",
            all => all.Containers.Where(one => one.It.PortMappings?.Count(port => port.ContainerPortRange is not null) > MostRanges).Select(one => one.At("portMappings"))),
    ];

    private static IEnumerable<Breach> Broken(Definition all, string member, Func<PortMapping, bool> isBroken, params string?[] values) =>
        all.Items("portMappings", one => one.PortMappings).Where(port => isBroken(port.Item)).Select(port => new Breach($"{port.Path}.{member}", values));

    /// <summary>The port that nothing else in the task, or on the instance, can have; null if ECS finds a free one.</summary>
    private static string? Taken(PortMapping mapping, bool sharesPorts) =>
        (sharesPorts ? mapping.ContainerPort : mapping.HostPort) is { } port and not 0 ? $"{mapping.Protocol ?? TransportProtocol.Tcp} {port}" : null;

    private static bool IsPortName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '-' && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');

    private static (int First, int Last)? Range(string text) =>
        text.Split('-') is [var first, var last] && int.TryParse(first, out var from) && int.TryParse(last, out var to) && from >= 1 && from < to && to <= Highest ? (from, to) : null;

    private static IEnumerable<Breach> Overlapping(PlacedContainer container)
    {
        var all = (container.It.PortMappings ?? []).Select((port, index) => (Index: index, Protocol: port.Protocol ?? TransportProtocol.Tcp, Ports: Ports(port))).Where(port => port.Ports is not null).ToList();
        return all.Where(one => container.It.PortMappings![one.Index].ContainerPortRange is not null && all.Exists(other => other.Index < one.Index && Meet(one, other)))
            .Select(one => new Breach($"{container.Path}.portMappings[{one.Index}].containerPortRange"));

        static bool Meet((int, string Protocol, (int First, int Last)? Ports) one, (int, string Protocol, (int First, int Last)? Ports) other) =>
            one.Protocol == other.Protocol && one.Ports!.Value.First <= other.Ports!.Value.Last && other.Ports.Value.First <= one.Ports.Value.Last;
    }

    private static (int First, int Last)? Ports(PortMapping port) => port.ContainerPortRange is { } range ? Range(range) : port.ContainerPort is { } single ? (single, single) : null;
}
