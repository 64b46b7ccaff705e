using System.Management.Automation;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Runs a command in a container of a task, at this terminal. The terminal's side of it is AWS's Session Manager plugin.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "EcsCommand", SupportsShouldProcess = true), OutputType(typeof(ExecuteCommandResponse))]
[Operation(nameof(Operations.ExecuteCommand), Target = "task")]
public sealed partial class InvokeEcsCommandCommand : EcsOperationCommand<ExecuteCommandRequest, ExecuteCommandResponse>
{
    /// <summary>The command, as in /bin/sh.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, HelpMessage = "The command, as in /bin/sh.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string? Command { get; set; }

    /// <summary>Whether the command runs at a terminal, which is the only way that ECS knows: on unless it is switched off.</summary>
    [Parameter(HelpMessage = "Whether the command runs at a terminal, which is the only way that ECS knows: on unless it is switched off.")]
    public SwitchParameter Interactive { get; set; } = true;

    private protected override Operation<ExecuteCommandRequest, ExecuteCommandResponse> Operation => Operations.ExecuteCommand;

    private protected override bool Complete(ExecuteCommandRequest request)
    {
        (request.Command, request.Interactive) = (Command, Interactive.ToBool());
        return true;
    }

    private protected override string Subject(ExecuteCommandRequest request) => Naming.Subject("task", request.Task, request.Cluster);

    private protected override string Action(ExecuteCommandRequest request) => $"Run {request.Command}{(request.Container is { } container ? $" in container {container}" : "")}";

    private protected override async Task Emit(ExecuteCommandRequest request, ExecuteCommandResponse response, JobOutput output)
    {
        var described = await SendAsync(Operations.DescribeTasks, new() { Cluster = response.ClusterArn, Tasks = [response.TaskArn!] }, output);
        var container = described.Tasks?.FirstOrDefault()?.Containers?.Find(container => container.Name == response.ContainerName);
        await output.OnPipeline(_ => HandOver(response, container?.RuntimeId));
    }

    private void HandOver(ExecuteCommandResponse response, string? runtimeId)
    {
        if (SessionPlugin.Find(SessionState) is not { } plugin)
        {
            WriteJobError(SessionPlugin.NotInstalled(response.TaskArn!));
            WriteObject(response);
            return;
        }

        var exitCode = plugin.Run(response, runtimeId, Settings.ProfileName, Client.Endpoint);
        SessionState.PSVariable.Set("global:LASTEXITCODE", exitCode);
        if (exitCode != 0) WriteJobError(SessionPlugin.Failed(response.TaskArn!, exitCode));
    }
}
