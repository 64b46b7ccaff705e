using EcsTools.Model;

namespace EcsTools.Local.Api.TaskProtection;

/// <summary>Describes the protection of service tasks.</summary>
internal sealed class GetTaskProtectionHandler()
    : Handler<GetTaskProtectionRequest, GetTaskProtectionResponse>(Operations.GetTaskProtection)
{
    private const int Max = 100;

    protected override GetTaskProtectionResponse Handle(Call call, GetTaskProtectionRequest request)
    {
        Check.Ids(request.Tasks, "Tasks", "taskIds", Max);
        var cluster = call.ActiveCluster(request.Cluster);
        var answer = new GetTaskProtectionResponse { ProtectedTasks = [], Failures = [] };
        foreach (var id in request.Tasks!.Select(identifier => Identifiers.Task(cluster, identifier)).Distinct())
        {
            var task = cluster.Tasks.Find(id);
            if (ProtectedTasks.Refusal(task) is { } reason)
                answer.Failures.Add(new() { Arn = call.Region.Arn($"task/{cluster.Name}/{id}"), Reason = reason });
            else answer.ProtectedTasks.Add(ProtectedTasks.Describe(call, task!));
        }

        return answer;
    }
}
