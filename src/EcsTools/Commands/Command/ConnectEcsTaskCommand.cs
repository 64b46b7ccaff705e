using System.Globalization;
using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Model.Ssm;
using EcsTools.Sessions;

namespace EcsTools.Commands;

/// <summary>Forwards a port of this computer to a port of a container, or through the container to another host.</summary>
[Cmdlet(VerbsCommunications.Connect, "EcsTask", SupportsShouldProcess = true), OutputType(typeof(PortForwarding))]
[Calls(nameof(Operations.DescribeTasks), "ssm:StartSession", "ssm:ResumeSession", "kms:GenerateDataKey")]
public sealed class ConnectEcsTaskCommand : EcsBatchCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the tasks.")]
    [Alias("TaskArn", "Id"), Identity("Task"), ArgumentCompleter(typeof(TaskCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Task { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the cluster. Default: the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn"), Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    [Parameter(Mandatory = true, HelpMessage = "The port of the container, or of the host in -RemoteHost.")]
    [ValidateRange(1, 65535), Scalar(typeof(int))]
    public int? Port { get; set; }

    [Parameter(HelpMessage = "The host name or IP address of a host that the container can reach, for example a database. Default: the container itself.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? RemoteHost { get; set; }

    [Parameter(HelpMessage = "The port of this computer, on the loopback address. Default: 0, a free port.")]
    [ValidateRange(0, 65535), Scalar(typeof(int))]
    public int? LocalPort { get; set; } = 0;

    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The name of the container, if the task has several.")]
    [Alias("ContainerName"), Identity("Container", IsSingle = true), ArgumentCompleter(typeof(ContainerCompleter))]
    public string? Container { get; set; }

    [Parameter(HelpMessage = "Displays the port and forwards it until you press Ctrl+C, or until the session ends. Returns no object.")]
    public SwitchParameter Wait { get; set; }

    private protected override int BatchSize => 1;

    private protected override IReadOnlyList<string> Names => Task ?? [];

    private protected override string? GivenCluster => Cluster;

    private protected override string Thing => "task";

    private protected override string Action =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Forward {(LocalPort is > 0 ? $"port {LocalPort}" : "a free port")} of this computer to port {Port} of {RemoteHost ?? (Container is null ? "the container" : $"container {Container}")}");

    private protected override Change NewChange()
    {
        var (wanted, host, port, localPort, isWaited) = (Container, RemoteHost, Port!.Value, LocalPort ?? 0, (bool)Wait);
        return async (batch, output) =>
        {
            var described = await SendAsync(Operations.DescribeTasks, new() { Cluster = batch.Cluster, Tasks = batch.Ids }, output);
            await output.Errors(described.Failures, nameof(Operations.DescribeTasks));
            if (described.Tasks is not [var task]) return;
            var forwarding = await Open(task, ContainerChoice.Of(task, wanted), host, port, localPort, output);
            if (isWaited) await Serve(forwarding, output);
            else await output.Object(forwarding);
        };
    }

    private async Task<PortForwarding> Open(Model.Task task, Container container, string? host, int port, int localPort, JobOutput output)
    {
        if (!EcsArn.TryParse(task.TaskArn, out var arn))
            throw new EcsException("SessionFailed", $"'{task.TaskArn}' isn't the ARN of a task.");
        var listener = PortForwarding.Listen(localPort);
        try
        {
            var local = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
            var request = new StartSessionRequest
            {
                Target = $"ecs:{arn.Cluster}_{arn.Id}_{container.RuntimeId}",
                DocumentName = host is null ? "AWS-StartPortForwardingSession" : "AWS-StartPortForwardingSessionToRemoteHost",
                Parameters = new() { ["portNumber"] = [Text(port)], ["localPortNumber"] = [Text(local)] },
            };
            if (host is not null) request.Parameters["host"] = [host];
            var started = await output.Calls.Send(SsmOperations.StartSession, request, arn.Region);
            var opened = new ExecuteCommandResponse
            {
                ClusterArn = task.ClusterArn,
                TaskArn = task.TaskArn,
                ContainerName = container.Name,
                Session = new() { SessionId = started.SessionId, StreamUrl = started.StreamUrl, TokenValue = started.TokenValue },
            };
            return await PortForwarding.OpenAsync(listener, opened, host, port, new LastingCalls(Connection.Settings), Cancellation);
        }
        catch
        {
            listener.Stop();
            throw;
        }
    }

    private async System.Threading.Tasks.Task Serve(PortForwarding forwarding, JobOutput output)
    {
        using var open = forwarding;
        forwarding.Failing = problem => output.Warning(problem);
        await output
            .WriteHost([$"{forwarding} leads to port {forwarding.Port} of {forwarding.RemoteHost ?? $"container {forwarding.Container}"}. Press Ctrl+C to stop it."]);
        output.Accepted();
        var ended = await forwarding.Completion.WaitAsync(Cancellation);
        throw new EcsException(
            "SessionFailed",
            $"The forwarding has ended: {(ended.Length > 0 ? Errors.Shorten(ended.Trim('-', '\n')) : "the session was closed.")}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
