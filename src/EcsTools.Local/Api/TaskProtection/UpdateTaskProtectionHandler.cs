using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskProtection;

/// <summary>Protects tasks of services from scale-in and replacement for some time.</summary>
internal sealed class UpdateTaskProtectionHandler()
    : Handler<UpdateTaskProtectionRequest, UpdateTaskProtectionResponse>(Operations.UpdateTaskProtection)
{
    private const int Max = 10, LongestMinutes = 2880, UsualMinutes = 120;

    protected override UpdateTaskProtectionResponse Handle(Call call, UpdateTaskProtectionRequest request)
    {
        Check.Ids(request.Tasks, "Tasks", "taskIds", Max);
        if (request.ProtectionEnabled is null) throw EcsFault.InvalidParameter("ProtectionEnabled is missing");
        if (request.ExpiresInMinutes is < 1 or > LongestMinutes)
            throw EcsFault.InvalidParameter($"expiresInMinutes must be between 1 and {LongestMinutes}.");
        var cluster = call.ActiveCluster(request.Cluster);
        DateTimeOffset? until = request.ProtectionEnabled == true ? call.Now.AddMinutes(request.ExpiresInMinutes ?? UsualMinutes) : null;

        var answer = new UpdateTaskProtectionResponse { ProtectedTasks = [], Failures = [] };
        foreach (var id in request.Tasks!.Select(identifier => Identifiers.Task(cluster, identifier)).Distinct())
        {
            var task = cluster.Tasks.Find(id);
            if (Refusal(task, until) is { } reason)
                answer.Failures.Add(new() { Arn = call.Region.Arn($"task/{cluster.Name}/{id}"), Reason = reason });
            else answer.ProtectedTasks.Add(Protect(call, task!, until));
        }

        return answer;
    }

    // A service that waits for its protected tasks to go gets no more of them.
    private static string? Refusal(TaskState? task, DateTimeOffset? until) =>
        ProtectedTasks.Refusal(task) ?? (until is not null && task!.Service!.IsBlockedByProtection ? "DEPLOYMENT_BLOCKED" : null);

    private static ProtectedTask Protect(Call call, TaskState task, DateTimeOffset? until)
    {
        task.ProtectedUntil = until;
        call.Engine.Schedule(task.Service!, call.Now);
        return ProtectedTasks.Describe(call, task);
    }
}
