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

    /// <summary>The longest pause between two attempts.</summary>
    internal TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long ECS has to begin its answer, and again to end it: as HttpClient, 100 seconds.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <inheritdoc/>
    public IEcsClient Create(EcsClientSettings settings, AwsService? service = null)
    {
        var resolved = ResolvedSettings.From(settings, service);
        return new EcsClient(resolved, credentials.For(settings, resolved)) { CallTimeout = settings.CallTimeout, Timeout = Timeout, MaxBackoff = MaxBackoff };
    }

    /// <inheritdoc/>
    public Task WarmUpAsync() => WarmUp.RunAsync();
}
