using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Api.Agent;

/// <summary>Accepts an agent's report of a container.</summary>
internal sealed class SubmitContainerStateChangeHandler()
    : Handler<SubmitContainerStateChangeRequest, SubmitContainerStateChangeResponse>(Operations.SubmitContainerStateChange)
{
    protected override SubmitContainerStateChangeResponse Handle(Call call, SubmitContainerStateChangeRequest request)
    {
        var task = Reported.Task(call.Cluster(request.Cluster), request.Task);
        Reported.Container(task, request.ContainerName, request.Status);
        AgentReports.Container(call.Engine, task, new()
        {
            ContainerName = request.ContainerName,
            RuntimeId = request.RuntimeId,
            Status = request.Status,
            ExitCode = request.ExitCode,
            Reason = request.Reason,
            NetworkBindings = request.NetworkBindings,
        });
        return new() { Acknowledgment = Reported.Acknowledgment };
    }
}
