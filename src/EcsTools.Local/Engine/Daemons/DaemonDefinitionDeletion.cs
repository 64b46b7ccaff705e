using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Daemons;

/// <summary>Deletes daemon task definitions that no daemon runs from.</summary>
internal static class DaemonDefinitionDeletion
{
    /// <summary>Completes the deletion if no daemon runs from the revision.</summary>
    public static void Continue(DaemonDefinitionState definition)
    {
        var isUsed = definition.Region.Clusters.Values
            .SelectMany(cluster => cluster.Daemons.Values)
            .Any(daemon => daemon.Uses(definition.Resource.DaemonTaskDefinitionArn!));
        if (!isUsed) definition.TransitionTo(DaemonTaskDefinitionStatus.Deleted);
    }

    /// <summary>A daemon has changed its revision: those that are being deleted check again.</summary>
    public static void Recheck(EcsEngine engine, RegionState region)
    {
        foreach (var revision in region.DaemonFamilies.Values
            .SelectMany(family => family.Revisions.Values)
            .Where(revision => revision.IsBeingDeleted))
            engine.Schedule(revision, engine.Now + engine.Timing.DaemonDefinitionDeletion);
    }
}
