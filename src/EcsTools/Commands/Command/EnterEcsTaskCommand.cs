using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Sessions;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Opens an interactive shell in a container of a task, at this terminal.</summary>
[Cmdlet(VerbsCommon.Enter, "EcsTask", SupportsShouldProcess = true), OutputType(typeof(void))]
[Operation(nameof(Operations.ExecuteCommand), Target = "task")]
[Calls("kms:GenerateDataKey", "ssm:ResumeSession")]
public sealed partial class EnterEcsTaskCommand : EcsOperationCommand<ExecuteCommandRequest, ExecuteCommandResponse>
{
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The shell, or another command for a terminal. Default: /bin/sh.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Command { get; set; } = "/bin/sh";

    [Parameter(HelpMessage = "Uses the Session Manager plugin of AWS, version 1.2.536 or later, which must be on the PATH.")]
    public SwitchParameter UsePlugin { get; set; }

    [Parameter(HelpMessage = "Whether the command runs at a terminal. Default: true, the only value that ECS supports.")]
    public SwitchParameter Interactive { get; set; } = true;

    private protected override Operation<ExecuteCommandRequest, ExecuteCommandResponse> Operation => Operations.ExecuteCommand;

    private protected override bool Complete(ExecuteCommandRequest request)
    {
        (request.Command, request.Interactive) = (Command, Interactive.ToBool());
        return true;
    }

    private protected override string Subject(ExecuteCommandRequest request) => Naming.Subject("task", request.Task, request.Cluster);

    private protected override string Action(ExecuteCommandRequest request) =>
        $"Open {request.Command} at this terminal{(request.Container is { } container ? $" in container {container}" : "")}";

    private protected override async Task Emit(ExecuteCommandRequest request, ExecuteCommandResponse response, JobOutput output)
    {
        if (UsePlugin)
        {
            var described = await SendAsync(
                Operations.DescribeTasks, new() { Cluster = response.ClusterArn, Tasks = [response.TaskArn!] }, output);
            var container = described.Tasks?.FirstOrDefault()?.Containers?.Find(container => container.Name == response.ContainerName);
            await output.OnPipeline(_ => HandOver(response, container?.RuntimeId));
            return;
        }

        var ended = await new TerminalSession(output.Calls).RunAsync(response, Cancellation);
        if (ended.Length > 0) throw new EcsException("SessionFailed", $"The session has ended: {Errors.Shorten(ended.Trim('-', '\n'))}");
    }

    private protected override PendingRequest NewPending(ExecuteCommandRequest request) => new PendingSession(this, request);

    private void HandOver(ExecuteCommandResponse response, string? runtimeId)
    {
        if (SessionPlugin.Find(SessionState) is not { } plugin)
        {
            WriteJobError(SessionPlugin.NotInstalled(response.TaskArn!));
            return;
        }

        var exitCode = plugin.Run(response, runtimeId, Connection.Settings.ProfileName, Connection.Client.Endpoint);
        SessionState.PSVariable.Set("global:LASTEXITCODE", exitCode);
        if (exitCode != 0) WriteJobError(SessionPlugin.Failed(response.TaskArn!, exitCode));
    }

    /// <summary>A session, whose error names the containers.</summary>
    private sealed class PendingSession(EnterEcsTaskCommand command, ExecuteCommandRequest request) : PendingRequest(command, request)
    {
        protected override Task<EcsException> Explain(EcsException error, JobOutput output) =>
            ContainerChoice.Explain(error, Request, output.Calls);
    }
}
