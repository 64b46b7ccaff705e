using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Api.Tasks;

/// <summary>Stops a task through all its statuses; a service starts a replacement.</summary>
internal sealed class StopTaskHandler() : Handler<StopTaskRequest, StopTaskResponse>(Operations.StopTask)
{
    protected override StopTaskResponse Handle(Call call, StopTaskRequest request)
    {
        var cluster = call.Cluster(request.Cluster);
        var task =
            cluster.Tasks.Find(Identifiers.Task(cluster, request.Task))
                ?? throw EcsFault.InvalidParameter("The referenced task was not found.");
        if (task.IsStopped) return new() { Task = task.Stopped() };
        TaskEnding.Stop(call.Engine, task, TaskStopCode.UserInitiated, request.Reason ?? "Task stopped by user");
        var answer = task.Resource.Copy();
        answer.Tags = []; // the task keeps them
        return new() { Task = answer };
    }
}
