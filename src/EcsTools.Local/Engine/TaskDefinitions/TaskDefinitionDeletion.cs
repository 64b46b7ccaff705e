using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.TaskDefinitions;

/// <summary>Removes deleted task definitions once nothing refers to them.</summary>
internal static class TaskDefinitionDeletion
{
    public static void Continue(EcsEngine engine, TaskDefinitionState definition)
    {
        if (definition.Region.Clusters.Values.Any(cluster => IsUsed(cluster, definition)))
            engine.ScheduleOnly(definition, Retention.DeletedTaskDefinition);
        else definition.Family.Revisions.Remove(definition.Resource.Revision!.Value);
    }

    private static bool IsUsed(ClusterState cluster, TaskDefinitionState definition) =>
        cluster.Families.Of(definition.Resource.Family!).Any(task => task.Definition == definition)
        || cluster.Services.Values.Any(service =>
            !service.IsInactive && service.Sources.Any(source => source.TaskDefinition == definition.Resource.TaskDefinitionArn));
}
