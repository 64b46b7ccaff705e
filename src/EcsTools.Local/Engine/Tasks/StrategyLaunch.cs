using EcsTools.Local.Api.Logs;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>Starts tasks by a capacity provider strategy: each provider gets its base, then its share by weight.</summary>
internal static class StrategyLaunch
{
    public static (IReadOnlyList<TaskState> Started, PlacementFailure? Failure) Place(EcsEngine engine, TaskLaunch launch, int count)
    {
        var strategy = launch.CapacityProviderStrategy;
        var shares = strategy.ConvertAll(item => new CapacityShare(item.Base ?? 0, item.Weight ?? 0));
        var parts = CapacityProviderSplit.Split(shares, count, Held(launch));
        var started = new List<TaskState>(count);
        PlacementFailure? failure = null;
        for (var index = 0; index < strategy.Count; index++)
        {
            var (placed, refused) = On(launch, strategy[index].CapacityProvider!).Place(engine, parts[index]);
            started.AddRange(placed);
            failure ??= refused;
        }

        return (started, failure);
    }

    private static TaskLaunch On(TaskLaunch launch, string provider) => launch with
    {
        CapacityProvider = provider,
        CapacityProviderStrategy = [],
        LaunchType = launch.Cluster.Region.FindCapacityProvider(provider)!.LaunchType(),
    };

    /// <summary>The tasks that each provider has already of the same deployment or task set.</summary>
    private static List<int> Held(TaskLaunch launch)
    {
        var held = (launch.Source?.Alive.Where(task => task.IsDesiredRunning) ?? []).ToLookup(task => task.Resource.CapacityProviderName);
        return launch.CapacityProviderStrategy.ConvertAll(item => held[item.CapacityProvider].Count());
    }
}
