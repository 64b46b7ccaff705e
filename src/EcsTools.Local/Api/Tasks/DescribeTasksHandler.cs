using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Tasks;

/// <summary>Describes tasks, also for an hour after they stopped.</summary>
internal sealed class DescribeTasksHandler() : Handler<DescribeTasksRequest, DescribeTasksResponse>(Operations.DescribeTasks)
{
    private const int Max = 100;

    protected override DescribeTasksResponse Handle(Call call, DescribeTasksRequest request)
    {
        Check.Include(request.Include, "TAGS");
        Check.Ids(request.Tasks, "Tasks", "taskIds", Max);
        var cluster = call.Cluster(request.Cluster);
        var withTags = request.Include?.Contains("TAGS") == true;
        var answer = new DescribeTasksResponse { Tasks = [], Failures = [] };
        foreach (var id in request.Tasks!.Select(identifier => Identifiers.Task(cluster, identifier)).Distinct())
        {
            if (cluster.Tasks.Find(id) is { } task) answer.Tasks.Add(Describe(task, withTags));
            else answer.Failures.Add(new() { Arn = cluster.Arn("task", id), Reason = "MISSING" });
        }

        return answer;
    }

    private static EcsTask Describe(TaskState task, bool withTags)
    {
        var answer = task.Resource.Copy();
        if (!withTags) answer.Tags = [];
        return answer;
    }
}
