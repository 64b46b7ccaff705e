using EcsTools.Local.Api.Sessions;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Tasks;

/// <summary>Opens a session with a container: the command has its configured behavior, or else that of a small built-in shell.</summary>
internal sealed class ExecuteCommandHandler() : Handler<ExecuteCommandRequest, ExecuteCommandResponse>(Operations.ExecuteCommand)
{
    protected override ExecuteCommandResponse Handle(Call call, ExecuteCommandRequest request)
    {
        if (string.IsNullOrEmpty(request.Command)) throw EcsFault.InvalidParameter("Command can not be blank.");
        if (request.Interactive != true) throw EcsFault.InvalidParameter("Interactive is the only mode supported currently.");
        var cluster = call.ActiveCluster(request.Cluster);
        var task =
            cluster.Tasks.Find(Identifiers.Task(cluster, request.Task))
                ?? throw EcsFault.InvalidParameter("The referenced task was not found.");
        if (task.Resource.EnableExecuteCommand != true)
        {
            throw EcsFault.InvalidParameter(
                "The execute command failed because execute command was not enabled when the task was run or the execute command agent isn\u2019t running. "
                + "Wait and try again or run a new task with execute command enabled and try again.");
        }

        var container = Container(task, request.Container);
        if (!task.IsRunning || !task.IsDesiredRunning
            || container.ManagedAgents?.Exists(agent => agent.LastStatus == LastStatus.Running) != true)
            throw new EcsFault("TargetNotConnectedException", "The execute command failed due to an internal error. Try again later.");
        return new()
        {
            ClusterArn = cluster.Resource.ClusterArn,
            TaskArn = task.Resource.TaskArn,
            ContainerArn = container.ContainerArn,
            ContainerName = container.Name,
            Interactive = true,
            Session = Session(call, task, container.Name!, request.Command),
        };
    }

    private static Container Container(TaskState task, string? name)
    {
        var containers = task.Resource.Containers ?? [];
        if (name is null && containers is [var only]) return only;
        if (name is null)
            throw EcsFault.InvalidParameter("The task has several containers. Specify the name of one of them and try again.");
        return containers.Find(container => container.Name == name)
            ?? throw EcsFault.InvalidParameter($"The task has no container named {name}.");
    }

    private static Session Session(Call call, TaskState task, string container, string command)
    {
        var session = call.Engine.Sessions.Open(
            call.Engine.Random.Ec2Id("ecs-execute-command"), SessionTargets.Of(task, container, command));
        return new() { SessionId = session.Id, StreamUrl = SessionTargets.Url(call, session.Id), TokenValue = session.Token };
    }
}
