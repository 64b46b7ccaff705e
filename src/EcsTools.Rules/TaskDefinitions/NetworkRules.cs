using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>The settings that depend on the network mode: links, hosts, proxies.</summary>
internal sealed class NetworkRules : RuleMaking<Definition>
{
    private const string IgnoredUser = "IgnoredUID", IgnoredGroup = "IgnoredGID";

    private static readonly string[] NeededByProxy = ["ProxyIngressPort", "ProxyEgressPort", "AppPorts", "EgressIgnoredIPs"];

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Reported(
            "Fargate has the network mode awsvpc only.", "Fargate only supports network mode ‘awsvpc’.", "Set networkMode to awsvpc.",
            all => When(all.IsFargate && all.Mode != NetworkMode.Awsvpc, "networkMode")),
        Documented(
            "External instances don't have the network mode awsvpc.",
            "External compatible task definitions do not support networkMode awsvpc.",
            "Set networkMode to bridge, host or none.",
            all => When(all.Requires(Compatibility.External) && all.Mode == NetworkMode.Awsvpc, "networkMode")),
        Recorded(
            "Links are in the network mode bridge only.",
            "Links are not supported when networkMode={0:mode}.",
            "Reach the other container at localhost, or by service discovery.",
            all =>
                all.Mode is null or NetworkMode.Bridge
                    ? []
                    : all.Containers.Where(one => one.It.Links is { Count: > 0 }).Select(one => new Breach($"{one.Path}.links", all.Mode))),
        Documented(
            "A link is to another container of the task definition.",
            "Container '{0:container}' has a link to '{1:name}', which does not exist.",
            "{2:advice}",
            all =>
                all
                    .Items("links", one => one.Links)
                    .Where(link => !all.Has(Linked(link.Item)))
                    .Select(link => new Breach(link.Path, link.Container.It.Name, Linked(link.Item), Choose(all, Linked(link.Item))))),
        Recorded(
            "A container has no hostname in the network mode awsvpc.",
            "hostname is not supported on container when networkMode=awsvpc.",
            "Remove hostname, or set another networkMode.",
            all => WithAwsvpc(all, "hostname", one => one.Hostname is not null)),
        Recorded(
            "A container has no extra hosts in the network mode awsvpc.",
            "Extra hosts are not supported on container when networkMode=awsvpc.",
            "Remove extraHosts, or set another networkMode.",
            all => WithAwsvpc(all, "extraHosts", one => one.ExtraHosts is { Count: > 0 })),
        Recorded(
            "A container has no DNS servers in the network mode awsvpc.",
            "DNS servers are not supported on container when networkMode=awsvpc.",
            "Remove dnsServers, or set another networkMode.",
            all => WithAwsvpc(all, "dnsServers", one => one.DnsServers is { Count: > 0 })),
        Documented(
            "A container has no DNS search domains in the network mode awsvpc.",
            "DNS search domains are not supported on container when networkMode=awsvpc.",
            "Remove dnsSearchDomains, or set another networkMode.",
            all => WithAwsvpc(all, "dnsSearchDomains", one => one.DnsSearchDomains is { Count: > 0 })),
        Recorded(
            "A container has a network in the network mode awsvpc.",
            "Disable Networking is not supported on container when networkMode=awsvpc.",
            "Remove disableNetworking, or set another networkMode.",
            all => WithAwsvpc(all, "disableNetworking", one => one.DisableNetworking == true)),
        Recorded(
            "A proxy is in the network mode awsvpc.",
            "APPMESH proxy configuration is only supported in networkMode=awsvpc",
            "Set networkMode to awsvpc, or remove proxyConfiguration.",
            all => When(all.Request.ProxyConfiguration is not null && all.Mode != NetworkMode.Awsvpc, "proxyConfiguration")),
        Recorded(
            "The proxy is a container of the task definition.", "Proxy container [{0:name}] does not exist.", "{1:advice}",
            all =>
                all.Request.ProxyConfiguration?.ContainerName is { } name && !all.Has(name)
                    ? [new Breach("proxyConfiguration.containerName", name, Choose(all, name))]
                    : []),
        Recorded(
            "A proxy configuration has AppPorts, EgressIgnoredIPs, ProxyIngressPort, ProxyEgressPort, and IgnoredUID or IgnoredGID.",
            "{1:property} not found",
            "Add {0:property} to properties.",
            all =>
                all.Request.ProxyConfiguration is { } proxy
                    ? Lacking(proxy).Select(name => new Breach($"proxyConfiguration.properties[{name}]", name, Shown(name)))
                    : []),
    ];

    /// <summary>The problem of a container that doesn't exist.</summary>
    public static string Choose(Definition all, string name) =>
        Spelling.Nearest(name, all.Names) is { } nearest
            ? $"Did you mean '{nearest}'? The containers are {string.Join(", ", all.Names)}."
            : $"The containers are {string.Join(", ", all.Names)}.";

    private static string Shown(string property) =>
        property switch { "ProxyIngressPort" => "Ingress port", "ProxyEgressPort" => "Egress port", _ => property };

    private static string Linked(string link) => link.Split(':')[0];

    private static IEnumerable<Breach> WithAwsvpc(Definition all, string member, Func<ContainerDefinition, bool> isSet) =>
        all.Mode == NetworkMode.Awsvpc ? all.Containers.Where(one => isSet(one.It)).Select(one => one.At(member)) : [];

    private static IEnumerable<string> Lacking(ProxyConfiguration proxy)
    {
        bool Has(string name) => proxy.Properties?.Exists(property => property?.Name == name) == true;
        return NeededByProxy.Where(name => !Has(name)).Concat(Has(IgnoredUser) || Has(IgnoredGroup) ? [] : [IgnoredUser]);
    }
}
