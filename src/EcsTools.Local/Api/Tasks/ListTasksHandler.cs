using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.Launches;

namespace EcsTools.Local.Api.Tasks;

/// <summary>Lists tasks by instance, service, daemon, family, starter and desired status.</summary>
internal sealed class ListTasksHandler() : Handler<ListTasksRequest, ListTasksResponse>(Operations.ListTasks)
{
    protected override ListTasksResponse Handle(Call call, ListTasksRequest request)
    {
        Check.OneOf(request.DesiredStatus, "desiredStatus", [.. DesiredStatus.Values]);
        Check.OneOf(request.LaunchType, "launch type", LaunchRules.LaunchTypes);
        var cluster = call.Cluster(request.Cluster);
        var (page, next) = Paging.ByNumber(
            Source(cluster, request),
            task => IsWanted(task, request),
            task => task.Resource.TaskArn!,
            request.NextToken,
            request.MaxResults);
        return new() { TaskArns = page, NextToken = next };
    }

    /// <summary>The shortest list that has all that is asked for, from a number on.</summary>
    private static Func<long, IEnumerable<TaskState>> Source(ClusterState cluster, ListTasksRequest request)
    {
        if (request.ServiceName is not null)
        {
            var service = Identifiers.FindService(cluster, request.ServiceName) ?? throw new EcsFault(
                "ServiceNotFoundException", "Service not found.");
            return after => service.Sources.Select(source => source.Tasks.After(after)).Merge();
        }

        if (request.ContainerInstance is not null)
        {
            var id = Identifiers.Instance(cluster, request.ContainerInstance);
            var instance =
                cluster.Instances.Find(id) ?? throw EcsFault.InvalidParameter("The referenced container instance was not found.");
            return instance.Tasks.After;
        }

        if (request.StartedBy is not null) return cluster.Starters.Of(request.StartedBy).After;
        if (request.Family is not null) return cluster.Families.Of(request.Family).After;
        return request.DesiredStatus == DesiredStatus.Stopped ? cluster.Ended.After : cluster.Tasks.After;
    }

    private static bool IsWanted(TaskState task, ListTasksRequest request) =>
        task.Resource.DesiredStatus == (request.DesiredStatus ?? DesiredStatus.Running)
        && (request.Family is null || task.Family == request.Family)
        && (request.DaemonName is null
            || (task.DaemonRevision is not null && task.Resource.Group == $"daemon:{EcsArn.IdOf(request.DaemonName)}"))
        && (request.StartedBy is null || task.Resource.StartedBy == request.StartedBy)
        && (request.LaunchType is null || task.Resource.LaunchType == request.LaunchType)
        && (request.ContainerInstance is null || task.InstanceId == Identifiers.Instance(task.Cluster, request.ContainerInstance));
}
