using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Api.Agent;

/// <summary>Accepts an agent's report of a task; the simulation continues from there.</summary>
internal sealed class SubmitTaskStateChangeHandler()
    : Handler<SubmitTaskStateChangeRequest, SubmitTaskStateChangeResponse>(Operations.SubmitTaskStateChange)
{
    protected override SubmitTaskStateChangeResponse Handle(Call call, SubmitTaskStateChangeRequest request)
    {
        var task = Reported.Task(call.Cluster(request.Cluster), request.Task);
        Reported.TaskStatus(request.Status);
        foreach (var change in request.Containers ?? []) Reported.Container(task, change.ContainerName, change.Status);
        foreach (var change in request.ManagedAgents ?? []) Reported.Container(task, change.ContainerName, change.Status);
        foreach (var change in request.Attachments ?? []) Reported.Attachment([task], change);

        Learn(task.Resource, request);
        foreach (var change in request.Attachments ?? []) AgentReports.Attachment(call.Engine, task, change.Status!);
        foreach (var change in request.ManagedAgents ?? []) AgentReports.ManagedAgent(call.Engine, task, change);
        foreach (var change in request.Containers ?? []) AgentReports.Change(call.Engine, task, change);
        if (request.Status == LastStatus.Running) AgentReports.Running(call.Engine, task);
        if (request.Status == LastStatus.Stopped) AgentReports.Stopped(call.Engine, task, request.Reason);
        return new() { Acknowledgment = Reported.Acknowledgment };
    }

    private static void Learn(EcsTask task, SubmitTaskStateChangeRequest request)
    {
        task.PullStartedAt = request.PullStartedAt ?? task.PullStartedAt;
        task.PullStoppedAt = request.PullStoppedAt ?? task.PullStoppedAt;
        task.ExecutionStoppedAt = request.ExecutionStoppedAt ?? task.ExecutionStoppedAt;
    }
}
