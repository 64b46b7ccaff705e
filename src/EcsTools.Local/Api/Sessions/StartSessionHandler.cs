using EcsTools.Local.Engine.Core;
using EcsTools.Model;
using EcsTools.Model.Ssm;

namespace EcsTools.Local.Api.Sessions;

/// <summary>Opens a shell in a container, whose target is <c>ecs:cluster_task_runtimeId</c>. Documents for port forwarding are refused.</summary>
internal sealed class StartSessionHandler() : Handler<StartSessionRequest, StartSessionResponse>(SsmOperations.StartSession)
{
    protected override StartSessionResponse Handle(Call call, StartSessionRequest request)
    {
        if (request.DocumentName is not null) throw new EcsFault("InvalidDocument", "The local ECS doesn't simulate session documents.");
        var parts = request.Target?.Split(':') is ["ecs", var target] ? target.Split('_') : [];
        var task = parts is [var cluster, var id, _] ? call.Region.Clusters.GetValueOrDefault(cluster)?.Tasks.Find(id) : null;
        var container = task?.Resource.Containers?.Find(one => one.RuntimeId == parts[2]);
        if (task is not { IsRunning: true, Resource.EnableExecuteCommand: true } || container is null) throw new EcsFault("TargetNotConnected", $"{request.Target} is not connected.");
        var session = call.Engine.Sessions.Open(call.Engine.Random.Ec2Id("session"), SessionTargets.Of(task, container.Name!, "/bin/sh"));
        return new() { SessionId = session.Id, TokenValue = session.Token, StreamUrl = SessionTargets.Url(call, session.Id) };
    }
}
