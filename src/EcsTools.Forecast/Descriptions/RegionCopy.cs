using EcsTools.Local;
using EcsTools.Local.Engine;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Forecast.Descriptions;

/// <summary>
/// Creates the state of a local ECS from the descriptions of a region in the API: the same ARNs, names, revisions, instances, tasks and
/// settings.
/// </summary>
public static class RegionCopy
{
    /// <summary>Creates the state. It continues from the time at which the region was read.</summary>
    /// <exception cref="EcsException">The descriptions don't fit together: something came or went while it was read.</exception>
    public static SavedState Make(DescribedRegion described)
    {
        ArgumentNullException.ThrowIfNull(described);
        using var engine = new EcsEngine(new ManualClock(described.Now), DescribedState.Seed, new Dispatcher());
        try
        {
            engine.Run(described.Account, described.Region, region => Fill(engine, region, described));
            return new(engine.Save(), described.Now);
        }
        catch (StateException e)
        {
            throw new EcsException("Inconsistent", $"The region changed while it was read: {e.Message}.", e);
        }
    }

    private static bool Fill(EcsEngine engine, RegionState region, DescribedRegion described)
    {
        var clusters = described.Clusters
            .Select(cluster => (Described: cluster, State: DescribedState.Put(engine, region, cluster)))
            .ToList();
        foreach (var (family, last) in described.LastRevisions) DescribedState.Family(region, family).LastRevision = Math.Max(
            DescribedState.Family(region, family).LastRevision, last);
        foreach (var definition in region.Families.Values.SelectMany(family => family.Revisions.Values))
            definition.Tags = [.. described.TaskDefinitionTags.GetValueOrDefault(definition.Resource.TaskDefinitionArn!) ?? []];
        foreach (var definition in region.DaemonFamilies.Values.SelectMany(family => family.Revisions.Values))
            definition.Tags = [.. described.TaskDefinitionTags.GetValueOrDefault(definition.Resource.DaemonTaskDefinitionArn!) ?? []];
        foreach (var gateway in described.Gateways) region.Gateways[gateway.Gateway.Name!] = GatewayCopy.State(gateway, region);
        foreach (var setting in described.Settings.Where(setting =>
            setting.PrincipalArn == region.Root && setting.Type != SettingType.AwsManaged))
            Set(region, setting);
        region.Link();
        foreach (var (_, cluster) in clusters) DescribedState.Settle(engine, cluster);
        foreach (var gateway in region.Gateways.Values) GatewayCopy.Settle(engine, gateway);
        return true;
    }

    private static void Set(RegionState region, Setting setting)
    {
        if (!region.Settings.TryGetValue(region.Root, out var own)) region.Settings.Add(region.Root, own = new(StringComparer.Ordinal));
        own[setting.Name!] = setting.Value!;
    }
}
