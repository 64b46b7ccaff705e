using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EcsTools.Local.Engine.Capacity;
using EcsTools.Local.Engine.Core;

namespace EcsTools.Local.Api.ContainerInstances;

/// <summary>The EC2 identity document of the agent's instance. Its signature isn't verified.</summary>
internal sealed record InstanceIdentity
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public string? InstanceId { get; init; }

    public string? InstanceType { get; init; }

    public string? AvailabilityZone { get; init; }

    public string? ImageId { get; init; }

    public string? Architecture { get; init; }

    /// <summary>Reads the document; without one nothing is known.</summary>
    /// <exception cref="EcsFault">The document isn't valid.</exception>
    public static InstanceIdentity Read(string? document)
    {
        if (string.IsNullOrWhiteSpace(document)) return new();
        try
        {
            return JsonSerializer.Deserialize<InstanceIdentity>(document, Options) ?? new();
        }
        catch (JsonException e)
        {
            throw EcsFault.InvalidParameter($"The instance identity document is not valid: {e.Message}");
        }
    }
}
