using System.Globalization;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Sessions;
using EcsTools.Model;
using EcsTools.Model.Ssm;

namespace EcsTools.Local.Api.Sessions;

/// <summary>
/// Opens a shell in a container, whose target is <c>ecs:cluster_task_runtimeId</c>, or forwards a port with the documents of AWS for that.
/// Every port leads to the same port of this computer.
/// </summary>
internal sealed class StartSessionHandler() : Handler<StartSessionRequest, StartSessionResponse>(SsmOperations.StartSession)
{
    private const string ToContainer = "AWS-StartPortForwardingSession", ToRemoteHost = "AWS-StartPortForwardingSessionToRemoteHost";

    protected override StartSessionResponse Handle(Call call, StartSessionRequest request)
    {
        var port = Port(request);
        var parts = request.Target?.Split(':') is ["ecs", var target] ? target.Split('_') : [];
        var task = parts is [var cluster, var id, _] ? call.Region.Clusters.GetValueOrDefault(cluster)?.Tasks.Find(id) : null;
        var container = task?.Resource.Containers?.Find(one => one.RuntimeId == parts[2]);
        if (task is not { IsRunning: true, Resource.EnableExecuteCommand: true } || container is null)
            throw new EcsFault("TargetNotConnected", $"{request.Target} is not connected.");
        var session = call.Engine.Sessions.Open(
            call.Engine.Random.Ec2Id("session"), SessionTargets.Of(task, container.Name!, "/bin/sh") with { Port = port });
        return new() { SessionId = session.Id, TokenValue = session.Token, StreamUrl = SessionTargets.Url(call, session.Id) };
    }

    private static PortTarget? Port(StartSessionRequest request)
    {
        if (request.DocumentName is null) return null;
        if (request.DocumentName is not (ToContainer or ToRemoteHost))
            throw new EcsFault("InvalidDocument", $"The local ECS simulates the documents {ToContainer} and {ToRemoteHost} only.");
        var (host, number, local) = (Parameter("host"), Number("portNumber"), Number("localPortNumber"));
        if (number is null) throw new EcsFault("ValidationException", "Specify the parameter portNumber: 1 to 65535.");
        if (host is null != (request.DocumentName == ToContainer))
            throw new EcsFault(
                "ValidationException",
                host is null ? $"{ToRemoteHost} requires the parameter host." : $"{ToContainer} has no parameter host.");
        if (number == local)
            throw new EcsFault(
                "ValidationException",
                $"On the local ECS, port {number} leads to port {number} of this computer. Specify another local port.");
        return new(host, number.Value, local);

        string? Parameter(string name) => request.Parameters?.GetValueOrDefault(name) is [{ Length: > 0 } value] ? value : null;

        int? Number(string name) =>
            int.TryParse(Parameter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 65535
                ? value
                : null;
    }
}
