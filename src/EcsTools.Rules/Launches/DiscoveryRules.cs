using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>How other services find the tasks: service registries, Service Connect and VPC Lattice.</summary>
internal sealed partial class DiscoveryRules : RuleMaking<Launch>
{
    private const string Registries = "serviceRegistries", Connect = "serviceConnectConfiguration", Lattices = "vpcLatticeConfigurations";

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Recorded(
            "A service has one service registry.", "service registries can have at most 1 items.", "Keep one of them.",
            all => When(all.Registries.Count > 1, Registries)),
        Documented(
            "A service registry has an ARN.", "registryArn can not be blank.", "Set registryArn to the ARN of a service of AWS Cloud Map.",
            all => Registered(all, "registryArn", one => string.IsNullOrEmpty(one.RegistryArn))),
        Reported(
            "A service registry has a port or a container, not both.",
            "Specify a value for either 'port' or the 'containerName' and 'containerPort' combination, but not both. Remove one and retry.",
            "Remove port.",
            all =>
                Registered(all, "port", one => one.Port is not null && (one.ContainerName is not null || one.ContainerPort is not null))),
        Reported(
            "With the network modes bridge and host, a service registry names a container and its port.",
            "When specifying 'host' or 'bridge' for networkMode, values for 'containerName' and 'containerPort' must be specified from the task definition.",
            "Set containerName and containerPort.",
            all =>
                all.Definition is null || all.UsesAwsvpc
                    ? []
                    : Registered(all, "containerPort", one =>
                        one.ContainerName is null || !all.HasPort(one.ContainerName, one.ContainerPort))),
        Documented(
            "A service registry names a container together with its port.",
            "A service registry must have both 'containerName' and 'containerPort', or none of them.",
            "Set both, or remove both.",
            all => Registered(all, "containerName", one => one.ContainerName is null != one.ContainerPort is null)),
        Documented(
            "The container of a service registry is one of the task definition, with its port.",
            "The container {0:container} did not have a container port {1:port} defined.",
            "Choose one of {2:containers}, and one of its ports.",
            all =>
                all.UsesAwsvpc
                    ? Registered(
                        all,
                        "containerName",
                        one =>
                            one is { ContainerName: not null, ContainerPort: not null }
                                && !all.HasPort(one.ContainerName, one.ContainerPort),
                        one => [one.ContainerName, $"{one.ContainerPort}", all.Containers])
                    : []),
        Recorded(
            "Service Connect has a namespace, its own or the cluster's.",
            "Namespace is missing",
            "Set namespace, or serviceConnectDefaults of the cluster.",
            all => When(all is { Connect: { Enabled: true, Namespace: null or "" }, HasNamespace: false }, $"{Connect}.namespace")),
        Documented(
            "Service Connect is for the network modes awsvpc and bridge.",
            "Service Connect is not supported when networkMode={0:mode}.",
            "Set networkMode to awsvpc or bridge.",
            all =>
                When(
                    all.Connect?.Enabled == true && all.Definition?.NetworkMode is NetworkMode.Host or NetworkMode.None,
                    Connect,
                    all.Definition?.NetworkMode)),
        Documented(
            "Service Connect is for deployments that ECS controls.",
            "Service Connect is not supported with the {0:controller} deployment controller.",
            "Use the deployment controller ECS.",
            all => When(all.Connect?.Enabled == true && all.IsControlledElsewhere, Connect, all.Controller)),
        Recorded(
            "A service of Service Connect has a client alias.", "clientAliases must have 1 element.", "Add a client alias with a port.",
            all => Connected(all, "clientAliases", one => one.ClientAliases is not { Count: > 0 })),
        Recorded(
            "A service of Service Connect has one client alias.", "{0:count} clientAliases exceeds the max limit of 1", "Keep one of them.",
            all => Connected(all, "clientAliases", one => one.ClientAliases?.Count > 1, one => [$"{one.ClientAliases!.Count}"])),
        Recorded(
            "The DNS name of a client alias has up to 127 lowercase letters, digits, underscores, hyphens and periods, and doesn't start with a hyphen.",
            "The DNS name that you provided is invalid. The name must be a valid DNS name but doesn’t need to be fully-qualified. Up to 127 characters are allowed. The characters can include lowercase letters, numbers, underscores (_), hyphens (-), and periods (.). A hyphen can’t be the first character.",
            "Correct dnsName.",
            all =>
                Connected(all, "clientAliases[0].dnsName", one =>
                    one.ClientAliases is [{ DnsName: { } name }, ..] && !Dns().IsMatch(name))),
        Documented(
            "The discovery name of Service Connect has up to 64 lowercase letters, digits, underscores and hyphens, and doesn't start with a hyphen.",
            "The discoveryName that you provided is invalid.",
            "Use up to 64 of a-z, 0-9, _ and -.",
            all => Connected(all, "discoveryName", one => one.DiscoveryName is { } name && !Discovery().IsMatch(name))),
        Documented(
            "Each service of Service Connect has another discovery name.",
            "Duplicate discoveryName found: {0:name}",
            "Give each of them another discoveryName.",
            all =>
                Repeated((all.Connect?.Services ?? []).Select((one, index) =>
                    ($"{Connect}.services[{index}].discoveryName", one?.DiscoveryName ?? one?.PortName)))),
        Recorded(
            "A port name is the name of a port mapping of the task definition.",
            "portName({0:name}) does not refer to any named PortMapping in the container definitions",
            "Name the port mapping, or choose another port name.",
            all =>
                all.Definition is null
                    ? []
                    : Connected(
                        all,
                        "portName",
                        one => all.Connect!.Enabled == true && !all.HasPortName(one.PortName),
                        one => [one.PortName]).Concat(Unknown(all))),
    ]);

    private static IEnumerable<Breach> Unknown(Launch all) =>
        all.Lattices
            .Select((one, index) => (one.PortName, Path: $"{Lattices}[{index}].portName"))
            .Where(one => !all.HasPortName(one.PortName))
            .Select(one => new Breach(one.Path, one.PortName));

    private static IEnumerable<Breach> Registered(
        Launch all, string member, Func<ServiceRegistry, bool> isBroken, Func<ServiceRegistry, string?[]>? values = null) =>
        Each(all.Registries, Registries, member, isBroken, values);

    private static IEnumerable<Breach> Connected(
        Launch all, string member, Func<ServiceConnectService, bool> isBroken, Func<ServiceConnectService, string?[]>? values = null) =>
        Each((all.Connect?.Services ?? []).Where(one => one is not null), $"{Connect}.services", member, isBroken, values);

    private static IEnumerable<Breach> Each<T>(
        IEnumerable<T> items, string list, string member, Func<T, bool> isBroken, Func<T, string?[]>? values) =>
        items
            .Select((one, index) => (One: one, Index: index))
            .Where(at => isBroken(at.One))
            .Select(at => new Breach($"{list}[{at.Index}].{member}", values?.Invoke(at.One) ?? []));

    [GeneratedRegex(@"\A(?!-)[a-z0-9_.\-]{1,127}\z")]
    private static partial Regex Dns();

    [GeneratedRegex(@"\A(?!-)[a-z0-9_\-]{1,64}\z")]
    private static partial Regex Discovery();
}
