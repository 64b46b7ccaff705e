using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Ports, and ranges of them.</summary>
internal sealed class PortRules : RuleMaking<Definition>
{
    private const int Highest = 65535, MaxRanges = 100, LongestName = 64;

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Documented(
            "The network mode none has no ports.",
            "Port mappings are not supported when networkMode=none.",
            "Remove the port mappings, or set another networkMode.",
            all =>
                all.Mode == NetworkMode.None
                    ? all.Containers.Where(one => one.It.PortMappings is { Count: > 0 }).Select(one => one.At("portMappings"))
                    : []),
        Documented(
            "A port mapping has a container port or a range of them.",
            "Port mapping must specify one of 'containerPort' or 'containerPortRange'.",
            "Set containerPort or containerPortRange.",
            all => Broken(all, "containerPort", one => one.ContainerPort is null && one.ContainerPortRange is null)),
        Documented(
            "A container port is between 1 and 65535.", "containerPort must be between 1 and 65535.", "Choose a port from 1 to 65535.",
            all => Broken(all, "containerPort", one => one.ContainerPort is < 1 or > Highest)),
        Documented(
            "A host port is between 0 and 65535.", "hostPort must be between 0 and 65535.", "Choose a port from 0 to 65535.",
            all => Broken(all, "hostPort", one => one.HostPort is < 0 or > Highest)),
        Reported(
            "In the network modes awsvpc and host, the host port is the container port.",
            "When networkMode={0:mode}, the host ports and container ports in port mappings must match.",
            "Omit hostPort.",
            all => Broken(all, "hostPort", one => all.SharesPorts && one.HostPort is { } host && host != one.ContainerPort, all.Mode)),
        Documented(
            "Each port of the host is mapped once for each protocol.",
            "{0:protocol} host port '{1:port}' is used multiple times in task.",
            "Give each container another port.",
            all => all.SharesPorts ? [] : Twice(all, port => port.HostPort)),
        Recorded(
            "In the network modes awsvpc and host, each container port is used once for each protocol.",
            "{0:protocol} container port '{1:port}' is used multiple times in task when networkMode={2:mode}.",
            "Give each container another port.",
            all => all.SharesPorts ? Twice(all, port => port.ContainerPort) : []),
        Recorded(
            "Each port mapping has another name.",
            "When networkMode={1:mode}, port mapping name is already used",
            "Give each port another name than {0:name}.",
            all =>
                Repeated(all
                    .Items("portMappings", one => one.PortMappings)
                    .Select(port => ($"{port.Path}.name", port.Item.Name))).Select(breach =>
                        new Breach(breach.Path, breach.Values[0], all.Mode ?? NetworkMode.Bridge))),
        Documented(
            "The name of a port mapping has up to 64 lowercase letters, digits, hyphens and underscores, and doesn't start with a hyphen.",
            "Port mapping name contains invalid characters.",
            "Use up to 64 of a-z, 0-9, - and _, and start with a letter or a digit.",
            all => Broken(all, "name", one => one.Name is { } name && !IsPortName(name))),
        Recorded(
            "A range of ports has no single port beside it.",
            "Invalid port mapping for container '{0:container}', cannot specify both single port and port range.",
            "Remove containerPort and hostPort.",
            all =>
                OfContainer(all, one => one.ContainerPortRange is not null && (one.ContainerPort is not null || one.HostPort is not null))),
        Documented(
            "A range of ports is in the network mode bridge or awsvpc.",
            "containerPortRange is not supported when networkMode={0:mode}.",
            "Set networkMode to bridge or awsvpc.",
            all => Broken(all, "containerPortRange", one => one.ContainerPortRange is not null && all.Mode == NetworkMode.Host, all.Mode)),
        Recorded(
            "A range of ports is first-last, both between 1 and 65535.",
            "Invalid 'containerPortRange' setting for container '{0:container}'.",
            "Write the first and the last port, for example 8000-8010.",
            all => OfContainer(all, one => one.ContainerPortRange is { } range && Range(range) is null)),
        Recorded(
            "Ranges of a container's ports don't overlap.",
            "{0:protocol} container port '{1:port}' is used multiple times in task when networkMode={2:mode}.",
            "Change one of the ranges.",
            all => all.Containers.SelectMany(one => Overlapping(one, all.Mode ?? NetworkMode.Bridge))),
        Documented(
            "A container has 100 ranges of ports at most.", "A container can have at most 100 port ranges.", "Join the ranges.",
            all =>
                all.Containers
                    .Where(one => one.It.PortMappings?.Count(port => port.ContainerPortRange is not null) > MaxRanges)
                    .Select(one => one.At("portMappings"))),
    ];

    private static IEnumerable<Breach> Broken(Definition all, string member, Func<PortMapping, bool> isBroken, params string?[] values) =>
        all
            .Items("portMappings", one => one.PortMappings)
            .Where(port => isBroken(port.Item))
            .Select(port => new Breach($"{port.Path}.{member}", values));

    /// <summary>Broken ranges of ports; ECS names the container.</summary>
    private static IEnumerable<Breach> OfContainer(Definition all, Func<PortMapping, bool> isBroken) =>
        all
            .Items("portMappings", one => one.PortMappings)
            .Where(port => isBroken(port.Item))
            .Select(port => new Breach($"{port.Path}.containerPortRange", port.Container.It.Name));

    /// <summary>Ports that two mappings of the task have. Port 0 is any port that is free.</summary>
    private static IEnumerable<Breach> Twice(Definition all, Func<PortMapping, int?> number) =>
        all.Items("portMappings", one => one.PortMappings)
            .Where(port => number(port.Item) is not (null or 0))
            .GroupBy(port => (Protocol(port.Item), number(port.Item)))
            .SelectMany(group =>
                group.Skip(1).Select(port => new Breach($"{port.Path}.hostPort", group.Key.Item1, $"{group.Key.Item2}", all.Mode)));

    private static string Protocol(PortMapping mapping) => (mapping.Protocol ?? TransportProtocol.Tcp).ToUpperInvariant();

    private static bool IsPortName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '-'
            && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_');

    private static (int First, int Last)? Range(string text) =>
        text.Split('-') is [var first, var last] && int.TryParse(first, out var from) && int.TryParse(last, out var to) && from >= 1
            && from < to && to <= Highest
            ? (from, to)
            : null;

    /// <summary>The first port that a range has in common with a mapping before it.</summary>
    private static IEnumerable<Breach> Overlapping(PlacedContainer container, string mode)
    {
        var all = (container.It.PortMappings ?? [])
            .Select((port, index) =>
                (Index: index, IsRange: port?.ContainerPortRange is not null, Protocol: port is null
                    ? ""
                    : Protocol(port), Ports: Ports(port)))
            .ToList();
        foreach (var one in all.Where(one => one.IsRange && one.Ports is not null))
        {
            var shared = all
                .Where(other => other.Index < one.Index && other.Protocol == one.Protocol && other.Ports is not null)
                .Select(other =>
                    (First: Math.Max(
                        one.Ports!.Value.First, other.Ports!.Value.First), Last: Math.Min(one.Ports.Value.Last, other.Ports.Value.Last)));
            foreach (var (first, _) in shared
                .Where(both => both.First <= both.Last)
                .Take(1)) yield return new Breach(
                    $"{container.Path}.portMappings[{one.Index}].containerPortRange", one.Protocol, $"{first}", mode);
        }
    }

    private static (int First, int Last)? Ports(PortMapping? port) =>
        port?.ContainerPortRange is { } range ? Range(range) : port?.ContainerPort is { } single ? (single, single) : null;
}
