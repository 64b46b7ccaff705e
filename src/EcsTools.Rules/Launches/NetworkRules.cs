using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>The network configuration, against the network mode and the launch type.</summary>
internal sealed class NetworkRules : RuleMaking<Launch>
{
    private const string Path = "networkConfiguration", Subnets = $"{Path}.awsvpcConfiguration.subnets";

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Recorded(
            "A task definition with the network mode awsvpc has a network configuration.",
            "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
            "Set networkConfiguration with subnets.",
            all => When(all.UsesAwsvpc && all.Network is null, Path)),
        Recorded(
            "A network configuration has subnets.", "subnets can not be empty.", "Add a subnet.",
            all =>
                When(
                    all.Network is { } network && (network.Subnets is not { Count: > 0 } || network.Subnets.Exists(string.IsNullOrEmpty)),
                    Subnets)),
        Recorded(
            "Only the network mode awsvpc has a network configuration.",
            "Network Configuration is not valid for the given networkMode of this task definition.",
            "Remove networkConfiguration, or use a task definition with the network mode awsvpc.",
            all => When(all.Definition is not null && !all.UsesAwsvpc && all.Network is not null, Path)),
        Documented(
            "Each subnet is listed once.", "Duplicate subnet found: {0:subnet}.", "Remove one of them.",
            all => Repeated((all.Network?.Subnets ?? []).Select((subnet, index) => ($"{Subnets}[{index}]", (string?)subnet)))),
        Documented(
            "Only Fargate assigns public IP addresses.",
            "Assign public IP is not supported for this launch type.",
            "Set assignPublicIp to DISABLED, or use Fargate.",
            all =>
                When(
                    all.Kind is not null && !all.IsOnFargate && all.Network?.AssignPublicIp == AssignPublicIp.Enabled,
                    $"{Path}.awsvpcConfiguration.assignPublicIp")),
    ]);
}
