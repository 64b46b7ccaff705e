using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Local.Behaviors;

namespace EcsTools.Commands;

/// <summary>Injects faults into the tasks, container instances, and API calls of the session's local ECS.</summary>
[Cmdlet(VerbsCommon.Set, "EcsLocalBehavior", SupportsShouldProcess = true, DefaultParameterSetName = TaskSet)]
[OutputType("EcsTools.Local.Behaviors.TaskBehavior", ParameterSetName = [TaskSet])]
[OutputType("EcsTools.Local.Behaviors.InstanceBehavior", ParameterSetName = [InstanceSet])]
[OutputType("EcsTools.Local.Behaviors.ApiBehavior", ParameterSetName = [ApiSet])]
[OutputType("EcsTools.Local.Behaviors.CommandBehavior", ParameterSetName = [CommandSet])]
public sealed class SetEcsLocalBehaviorCommand : EcsLocalBehaviorCommand
{
    private const string TaskSet = "Task", InstanceSet = "Instance", ApiSet = "Api", CommandSet = "Command";

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The family of the task definition. Accepts wildcards. The behavior applies to tasks that start from now on.")]
    [Parameter(ParameterSetName = CommandSet,
        HelpMessage = "The family of the task definition. Accepts wildcards. The behavior applies to tasks that start from now on.")]
    [ArgumentCompleter(typeof(FamilyCompleter))]
    public string? Family { get; set; }

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The image of the container, as written in the task definition. Accepts wildcards.")]
    [Parameter(ParameterSetName = CommandSet,
        HelpMessage = "The image of the container, as written in the task definition. Accepts wildcards.")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public string? Image { get; set; }

    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The service that starts the tasks. Accepts wildcards.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The service that starts the tasks. Accepts wildcards.")]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The name of the container. Accepts wildcards. Default: all containers of the task.")]
    [Parameter(ParameterSetName = CommandSet,
        HelpMessage = "The name of the container. Accepts wildcards. Default: all containers of the task.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Container { get; set; }

    [Seconds]
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "How long the image pull takes. A number means seconds. Default: 2 seconds.")]
    public TimeSpan? PullTime { get; set; }

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The reason why the image can't be pulled, for example 'pull access denied'. The task stops with a CannotPullContainerError.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? PullError { get; set; }

    [Seconds]
    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "How long the container takes to start after the image pull. A number means seconds. Default: 1 second.")]
    public TimeSpan? StartTime { get; set; }

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The exit code of the container. The container exits as soon as it runs, or after -ExitAfter. Default: it runs until it's stopped.")]
    [Scalar(typeof(int))]
    public int? ExitCode { get; set; }

    [Seconds]
    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "How long the container runs until it exits with -ExitCode, or with 0. A number means seconds.")]
    public TimeSpan? ExitAfter { get; set; }

    [Values("HEALTHY", "UNHEALTHY"), ArgumentCompleter(typeof(ValuesCompleter))]
    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The result of the health check in the task definition: HEALTHY or UNHEALTHY. Default: HEALTHY.")]
    public string? Health { get; set; }

    [Seconds]
    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The time after the start of the container at which the health check begins to report -Health. Until then it reports the opposite. A number means seconds.")]
    public TimeSpan? HealthAfter { get; set; }

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The container ignores SIGTERM and keeps running until it's killed at the end of its stopTimeout (default: 30 seconds).")]
    public SwitchParameter IgnoreSigterm { get; set; }

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The lines that the container writes to its log when it starts. The task definition must send the log to CloudWatch Logs.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Output { get; set; }

    [Seconds]
    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "How often the container writes the lines of -Output again. A number means seconds. Default: once.")]
    public TimeSpan? OutputEvery { get; set; }

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The image of the container has no shell, so Invoke-EcsCommand gets no exit code.")]
    public SwitchParameter NoShell { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = CommandSet,
        HelpMessage = "The command that is run in the container, for example 'cat *'. Accepts wildcards. The behavior applies to commands that run from now on.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string Command { get; set; } = "";

    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The lines that the command prints.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? CommandOutput { get; set; }

    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The exit code of the command. Default: 0.")]
    [Scalar(typeof(int))]
    public int? CommandExitCode { get; set; }

    [Seconds, Parameter(ParameterSetName = CommandSet, HelpMessage = "How long the command runs. A number means seconds.")]
    public TimeSpan? CommandTime { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = InstanceSet, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The ID or ARN of the container instance, or the ID of its EC2 instance. Accepts wildcards.")]
    [Alias("ContainerInstanceArn"), ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[] ContainerInstance { get; set; } = [];

    [Values("AgentDisconnected", "Terminated"), ArgumentCompleter(typeof(ValuesCompleter))]
    [Parameter(Mandatory = true, ParameterSetName = InstanceSet,
        HelpMessage = "AgentDisconnected: ECS places no tasks on the instance until you remove the behavior. Terminated: the instance is terminated with all its tasks.")]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string Event { get; set; } = "";

    [Seconds, Parameter(ParameterSetName = InstanceSet, HelpMessage = "The delay until the event. A number means seconds. Default: 0.")]
    public TimeSpan? After { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = ApiSet,
        HelpMessage = "Operations of the ECS API, for example RunTask or Describe*. Accepts wildcards.")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[] Operation { get; set; } = [];

    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Returns a ThrottlingException, which clients retry.")]
    public SwitchParameter Throttle { get; set; }

    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Returns this error, for example AccessDeniedException. The call has no effect.")]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    public string? ErrorCode { get; set; }

    [Parameter(ParameterSetName = ApiSet, HelpMessage = "The message of the error.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? ErrorMessage { get; set; }

    [Parameter(ParameterSetName = ApiSet,
        HelpMessage = "The HTTP status of the error. Default: 500 for ServerException, 400 for other errors.")]
    [Scalar(typeof(int))]
    public int? ErrorStatus { get; set; }

    [Parameter(ParameterSetName = ApiSet,
        HelpMessage = "The number of calls per second that succeed, by the clock of the local ECS. Further calls are throttled.")]
    [Scalar(typeof(int))]
    public int? CallsPerSecond { get; set; }

    [Seconds]
    [Parameter(ParameterSetName = ApiSet,
        HelpMessage = "How long a call takes, by the clock of the local ECS. A manual clock is advanced by this time. A number means seconds.")]
    public TimeSpan? Latency { get; set; }

    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Closes the connection without a response. The call has no effect.")]
    public SwitchParameter DropConnection { get; set; }

    [Parameter(ParameterSetName = ApiSet,
        HelpMessage = "The probability, from 0 to 1, that the behavior applies to a call. Default: 1. The outcome depends on the seed of the local ECS.")]
    [Scalar(typeof(double))]
    public double? Probability { get; set; }

    [Parameter(ParameterSetName = TaskSet,
        HelpMessage = "The number of tasks that the behavior applies to; the first tasks that start are affected. Default: all.")]
    [Parameter(ParameterSetName = ApiSet,
        HelpMessage = "The number of calls that the behavior applies to, starting with the next one. Default: all.")]
    [Scalar(typeof(int))]
    public int? Count { get; set; }

    /// <summary>Sets it, and emits it.</summary>
    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case InstanceSet: foreach (var instance in ContainerInstance) Set(Instance(instance), instance); break;
            case ApiSet when Throttle && ErrorCode is not null:
                WriteError(Errors.Invalid(
                    "InvalidBehavior",
                    "-Throttle and -ErrorCode can't be used together: both set the error of the calls.",
                    ErrorCode,
                    "Specify one of them."));
                break;
            case ApiSet: foreach (var operation in Operation) Set(Api(operation), operation); break;
            case CommandSet: Set(Commanded(), Command); break;
            default: Set(Task(), Family ?? Service ?? Image ?? "tasks"); break;
        }
    }

    private void Set(IBehavior behavior, string target)
    {
        if (ShouldProcess(target, "Set behaviour") && Change(server => server.SetBehavior(behavior), target)) WriteObject(behavior);
    }

    private TaskBehavior Task() => new()
    {
        Family = Family,
        Image = Image,
        Service = Service,
        Container = Container,
        PullTime = PullTime,
        PullError = PullError,
        StartTime = StartTime,
        ExitCode = ExitCode,
        ExitAfter = ExitAfter,
        Health = Health,
        HealthAfter = HealthAfter,
        IgnoresSigterm = IgnoreSigterm ? true : null,
        Output = Output,
        OutputEvery = OutputEvery,
        HasNoShell = NoShell ? true : null,
        Count = Count,
    };

    private CommandBehavior Commanded() => new()
    {
        Command = Command,
        Family = Family,
        Image = Image,
        Service = Service,
        Container = Container,
        Output = CommandOutput,
        ExitCode = CommandExitCode,
        Time = CommandTime,
    };

    private InstanceBehavior Instance(string instance) => new() { ContainerInstance = instance, Event = Event, After = After };

    private ApiBehavior Api(string operation) => new()
    {
        Operation = operation,
        ErrorCode = Throttle ? ApiBehavior.Throttling
            : ErrorCode is null ? null
            : ValuesAttribute.InApiCase(ErrorCode, ApiBehavior.ErrorCodes),
        ErrorMessage = ErrorMessage,
        ErrorStatus = ErrorStatus,
        CallsPerSecond = CallsPerSecond,
        Latency = Latency,
        DropsConnection = DropConnection,
        Probability = Probability,
        Count = Count,
    };
}
