using System.Management.Automation;
using System.Text;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Logs;
using EcsTools.Model;
using EcsTools.Sessions;

namespace EcsTools.Commands;

/// <summary>Runs a command in containers of tasks, and returns its output and exit code.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "EcsCommand", SupportsShouldProcess = true), OutputType(typeof(CommandResult), typeof(LogLine))]
[Operation(nameof(Operations.ExecuteCommand), Target = "task")]
[Calls("kms:GenerateDataKey", "ssm:ResumeSession")]
public sealed partial class InvokeEcsCommandCommand : EcsOperationCommand<ExecuteCommandRequest, ExecuteCommandResponse>
{
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The command for a shell, for example 'cat /etc/hosts | wc -l'.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string? Command { get; set; }

    [Parameter(HelpMessage = "Text for the standard input of the command, for example (Get-Content query.sql -Raw). Default: no input.")]
    [Scalar(typeof(string)), ArgumentCompleter(typeof(NothingCompleter))]
    public string? InputText { get; set; }

    [Parameter(HelpMessage = "Exit codes other than 0 that don't cause an error.")]
    [Scalar(typeof(int))]
    public int[]? AllowExitCode { get; set; }

    [Parameter(HelpMessage = "Returns each line when it arrives, instead of a result at the end.")]
    public SwitchParameter Stream { get; set; }

    [Parameter(HelpMessage = "How long the command can run before it's interrupted with an error. A number means seconds. Default: no limit.")]
    [Seconds]
    public TimeSpan? Timeout { get; set; }

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
        $"Run {request.Command}{(request.Container is { } container ? $" in container {container}" : "")}";

    private protected override PendingRequest NewPending(ExecuteCommandRequest request) => new PendingCommand(this, request);

    /// <summary>A command with its session, which brings the output and the exit code back.</summary>
    private sealed class PendingCommand(InvokeEcsCommandCommand command, ExecuteCommandRequest request) : PendingRequest(command, request)
    {
        private const int LastLines = 3;

        private readonly InvokeEcsCommandCommand command = command;
        private CommandRun? run;

        /// <summary>The command goes with what brings its exit code back.</summary>
        protected override Task Prepare(JobOutput output)
        {
            var input = command.InputText is null ? null : Encoding.UTF8.GetBytes(command.InputText);
            run = new CommandRun(Request.Command!, input, command.Stream ? lines => output.Objects(lines) : null, output.Calls);
            Request.Command = run.Script;
            return System.Threading.Tasks.Task.CompletedTask;
        }

        protected override async Task Emit(ExecuteCommandResponse response, JobOutput output)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(command.Cancellation);
            if (command.Timeout is { } longest) limit.CancelAfter(longest);
            try
            {
                var result = await run!.Run(response, limit.Token) ?? await RunPlain(response, output, limit.Token);
                // the clock of a local ECS can pass the limit at once
                if (!command.WaitClock.IsReal && result.Duration > command.Timeout) throw TookTooLong(response);
                await Write(result, run!.CutOff, output);
            }
            catch (OperationCanceledException) when (!command.Cancellation.IsCancellationRequested)
            {
                throw TookTooLong(response);
            }
        }

        private EcsException TookTooLong(ExecuteCommandResponse response) =>
            new(
                "CommandTimeout",
                $"The command in container {response.ContainerName} didn't end within {command.Timeout}, and was interrupted.");

        /// <summary>Without a shell nothing has run yet: the command itself is run, as ECS would have run it.</summary>
        private async Task<CommandResult> RunPlain(ExecuteCommandResponse response, JobOutput output, CancellationToken cancellation)
        {
            if (command.InputText is not null)
                throw new EcsException(
                    "NoShell", $"Container {response.ContainerName} has no /bin/sh, without which a command gets no input.");
            await output
                .Warning($"Container {response.ContainerName} has no /bin/sh, which reports the exit code. The command was run without it, so its ExitCode is null.");
            Request.Command = run!.Command;
            return await run.RunPlain(await output.Calls.Send(Operations.ExecuteCommand, Request), cancellation);
        }

        private async Task Write(CommandResult result, string? cutOff, JobOutput output)
        {
            if (!command.Stream) await output.Object(result);
            var subject = $"The command in container {result.Container} of task {Naming.ShortId(EcsArn.IdOf(result.Task))}";
            if (cutOff is not null)
                await output.Error(Errors.Record(
                    new EcsException("CommandEnded", $"{subject} reported no exit code: {cutOff}"),
                    ErrorCategory.OperationStopped,
                    result,
                    command.Stream
                        ? "Run the command again if it can be repeated."
                        : "The target of the error contains the output until then."));
            if (result.ExitCode is not { } code) return;
            await output.OnPipeline(cmdlet => cmdlet.SessionState.PSVariable.Set("global:LASTEXITCODE", code));
            if (code == 0 || command.AllowExitCode?.Contains(code) == true) return;
            var last = string.Join(" / ", result.LastLines(LastLines).Select(line => line.Trim()).Where(line => line.Length > 0));
            var message = $"{subject} exited with {code}{(last.Length == 0 ? "." : $": {last}")}";
            await output.Error(Errors.Record(
                new EcsException("CommandFailed", message),
                ErrorCategory.InvalidResult,
                result,
                $"{(command.Stream ? "" : "The target of the error contains the whole output. ")}If the exit code isn't an error, specify it with -AllowExitCode."));
        }

        protected override Task<EcsException> Explain(EcsException error, JobOutput output) =>
            ContainerChoice.Explain(error, Request, output.Calls);
    }
}
