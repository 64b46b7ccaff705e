using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>The capacity providers that every account has.</summary>
internal static class FargateProviders
{
    public static IReadOnlyList<string> Names { get; } = [CapacityProviderType.Fargate, CapacityProviderType.FargateSpot];

    public static CapacityProvider Describe(RegionState region, string name) => new()
    {
        CapacityProviderArn = region.Arn($"capacity-provider/{name}"),
        Name = name,
        Status = CapacityProviderStatus.Active,
        Type = name,
        Tags = [],
    };
}
