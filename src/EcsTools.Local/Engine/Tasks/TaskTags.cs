using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The tags that a task starts with: its own, those it takes over, and those that ECS adds.</summary>
internal static class TaskTags
{
    public static List<Tag> For(ServiceState service, TaskDefinitionState definition)
    {
        var inherited = service.Resource.PropagateTags switch
        {
            PropagateTags.Service => service.Resource.Tags,
            PropagateTags.TaskDefinition => definition.Tags,
            _ => null,
        };
        var managed = service.Resource.EnableECSManagedTags == true
            ? Managed(service.Cluster).Append(new Tag { Key = "aws:ecs:serviceName", Value = service.Name })
            : [];
        return Merge(inherited, managed);
    }

    public static List<Tag> For(DaemonState daemon, DaemonRevision revision)
    {
        var managed = revision.EnableECSManagedTags == true
            ? Managed(daemon.Cluster).Append(new Tag { Key = "aws:ecs:daemonName", Value = daemon.Name })
            : [];
        return Merge(revision.PropagateTags == DaemonPropagateTags.Daemon ? daemon.Tags : [], managed);
    }

    public static List<Tag> For(ClusterState cluster, TaskDefinitionState definition, List<Tag>? own, string? propagate, bool? managed) =>
        Merge(own, managed == true ? Managed(cluster) : [], propagate == PropagateTags.TaskDefinition ? definition.Tags : []);

    private static IEnumerable<Tag> Managed(ClusterState cluster) => [new Tag { Key = "aws:ecs:clusterName", Value = cluster.Name }];

    // The first of a key wins.
    private static List<Tag> Merge(params IEnumerable<Tag>?[] tags) => [.. tags.SelectMany(list => list ?? []).DistinctBy(tag => tag.Key)];
}
