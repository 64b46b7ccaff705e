using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Finds gateways.</summary>
internal static class GatewayLookup
{
    /// <summary>The gateway of a name or ARN.</summary>
    /// <exception cref="EcsFault">There is none.</exception>
    public static GatewayState Gateway(this Call call, string? identifier)
    {
        if (string.IsNullOrEmpty(identifier)) throw EcsFault.InvalidParameter("Gateway can not be blank.");
        var found = call.Region.Gateways.GetValueOrDefault(Name(identifier));
        return found is not null && (!Identifiers.IsArn(identifier) || found.Resource.GatewayArn == identifier)
            ? found
            : throw new EcsFault("GatewayNotFoundException", "Gateway not found.");
    }

    /// <summary>The name in a gateway's name or ARN.</summary>
    private static string Name(string identifier)
    {
        if (!Identifiers.IsArn(identifier)) return identifier;
        return Identifiers.Resource(identifier).Split('/') is ["gateway", var name, _]
            ? name
            : throw EcsFault.InvalidParameter($"Invalid identifier: {identifier} is no ARN of a gateway.");
    }
}
