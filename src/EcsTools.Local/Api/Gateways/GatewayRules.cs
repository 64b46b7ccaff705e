using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>What ECS takes as a gateway, and what it fills in.</summary>
internal static class GatewayRules
{
    private const int HttpsPort = 443, MaxBalancers = 10;

    /// <exception cref="EcsFault">It is no ARN of a role.</exception>
    public static void Role(string? arn)
    {
        if (!Identifiers.IsArn(arn) || !arn!.Contains(":role/", StringComparison.Ordinal))
            throw EcsFault.InvalidParameter("infrastructureRoleArn must be the ARN of a role.");
    }

    /// <summary>The settings of a new gateway's load balancers, with the defaults.</summary>
    /// <exception cref="EcsFault">ECS would refuse them.</exception>
    public static DescribeGatewayAlbConfiguration Balancers(GatewayConfiguration? configuration)
    {
        var asked =
            configuration?.HostSharedAlb ?? throw EcsFault.InvalidParameter("configuration must have exactly one member: hostSharedAlb.");
        Check.OneOf(asked.Scheme, "scheme", [.. GatewayElbScheme.Values]);
        Check.OneOf(asked.NetworkConfiguration?.IpAddressType, "ipAddressType", [.. GatewayElbIpAddressType.Values]);
        if (asked.Port is not null and not HttpsPort) throw EcsFault.InvalidParameter($"port must be {HttpsPort}.");
        if (asked.Protocol is not null and not GatewayAlbProtocol.Https) throw EcsFault.InvalidParameter("protocol must be HTTPS.");
        Common(asked.MaxAlbCount, asked.HttpDesync);
        return new()
        {
            NetworkConfiguration = Network(asked.NetworkConfiguration),
            Scheme = asked.Scheme ?? GatewayElbScheme.InternetFacing,
            AccessLogs = asked.AccessLogs,
            WebACLArn = asked.WebACLArn,
            Port = HttpsPort,
            Protocol = GatewayAlbProtocol.Https,
            MaxAlbCount = asked.MaxAlbCount ?? MaxBalancers,
            HttpDesync = asked.HttpDesync ?? GatewayAlbDesyncMitigationMode.Defensive,
            TestTrafficRules = asked.TestTrafficRules,
        };
    }

    /// <summary>The settings of a gateway's load balancers after a change; what is not given stays.</summary>
    /// <exception cref="EcsFault">ECS would refuse them.</exception>
    public static DescribeGatewayAlbConfiguration Merge(DescribeGatewayAlbConfiguration current, UpdateGatewayConfiguration configuration)
    {
        var asked =
            configuration.HostSharedAlb
                ?? throw EcsFault.InvalidParameter("configuration must be of the gateway's own type: hostSharedAlb.");
        Common(asked.MaxAlbCount, asked.HttpDesync);
        var merged = current.Copy();
        merged.MaxAlbCount = asked.MaxAlbCount ?? current.MaxAlbCount;
        merged.WebACLArn = asked.WebACLArn ?? current.WebACLArn;
        merged.AccessLogs = asked.AccessLogs ?? current.AccessLogs;
        merged.HttpDesync = asked.HttpDesync ?? current.HttpDesync;
        merged.TestTrafficRules = asked.TestTrafficRules ?? current.TestTrafficRules;
        if (asked.NetworkConfiguration?.InboundSecurityGroup is { } group)
        {
            merged.NetworkConfiguration = current.NetworkConfiguration!.Copy();
            merged.NetworkConfiguration.InboundSecurityGroup = group;
        }

        return merged;
    }

    private static GatewayElbNetworkConfiguration Network(GatewayElbNetworkConfiguration? asked)
    {
        var whole = asked?.Copy() ?? new();
        whole.IpAddressType ??= GatewayElbIpAddressType.Dualstack;
        return whole;
    }

    private static void Common(int? mostBalancers, string? desync)
    {
        if (mostBalancers < 1) throw EcsFault.InvalidParameter("maxAlbCount must be at least 1.");
        Check.OneOf(desync, "httpDesync", [.. GatewayAlbDesyncMitigationMode.Values]);
    }
}
