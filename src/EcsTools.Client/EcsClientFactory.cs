using Amazon;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Makes clients. Created by reflection in a load context of its own, so its constructor takes nothing.</summary>
public sealed class EcsClientFactory : IEcsClientFactory
{
    private static readonly Lazy<Dictionary<string, string>> AllRegions = new(() => RegionEndpoint.EnumerableAllRegions
        .Where(r => !r.SystemName.EndsWith("-regional", StringComparison.Ordinal)) // another name of us-east-1, for S3 only
        .ToDictionary(r => r.SystemName, r => r.DisplayName));

    private readonly Credentials credentials = new();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Regions => AllRegions.Value;

    /// <inheritdoc/>
    public IReadOnlyList<string> Profiles => Client.Profiles.Names();

    /// <summary>How the clients send.</summary>
    internal Transport Transport { get; init; } = new();

    /// <inheritdoc/>
    public IEcsClient Create(EcsClientSettings settings, AwsService? service = null)
    {
        var resolved = ResolvedSettings.From(settings, service);
        return new EcsClient(resolved, credentials.For(settings, resolved), Transport) { CallTimeout = settings.CallTimeout };
    }

    /// <inheritdoc/>
    public Task WarmUpAsync() => WarmUp.RunAsync();
}
