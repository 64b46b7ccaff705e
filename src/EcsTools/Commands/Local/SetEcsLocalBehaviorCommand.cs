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

    /// <summary>The family of task definitions. Accepts wildcards.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The family of the task definition. Accepts wildcards. The behavior applies to tasks that start from now on.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The family of the task definition. Accepts wildcards. The behavior applies to tasks that start from now on.")]
    [ArgumentCompleter(typeof(FamilyCompleter))]
    public string? Family { get; set; }

    /// <summary>The image of the container. Accepts wildcards.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The image of the container, as written in the task definition. Accepts wildcards.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The image of the container, as written in the task definition. Accepts wildcards.")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public string? Image { get; set; }

    /// <summary>The service that starts the tasks. Accepts wildcards.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The service that starts the tasks. Accepts wildcards.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The service that starts the tasks. Accepts wildcards.")]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    /// <summary>The name of the container. Accepts wildcards; all containers of the task by default.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The name of the container. Accepts wildcards. Default: all containers of the task.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The name of the container. Accepts wildcards. Default: all containers of the task.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Container { get; set; }

    /// <summary>How long pulling the image takes.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How long the image pull takes. A number means seconds. Default: 2 seconds.")]
    public TimeSpan? PullTime { get; set; }

    /// <summary>Why the image cannot be pulled. The task stops with it.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The reason why the image can't be pulled, for example 'pull access denied'. The task stops with a CannotPullContainerError.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? PullError { get; set; }

    /// <summary>How long the container takes to run once its image is there.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How long the container takes to start after the image pull. A number means seconds. Default: 1 second.")]
    public TimeSpan? StartTime { get; set; }

    /// <summary>The exit code of the container.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The exit code of the container. The container exits as soon as it runs, or after -ExitAfter. Default: it runs until it's stopped.")]
    [Scalar(typeof(int))]
    public int? ExitCode { get; set; }

    /// <summary>How long the container runs until it exits.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How long the container runs until it exits with -ExitCode, or with 0. A number means seconds.")]
    public TimeSpan? ExitAfter { get; set; }

    /// <summary>The result of health checks: HEALTHY or UNHEALTHY.</summary>
    [Values("HEALTHY", "UNHEALTHY"), ArgumentCompleter(typeof(ValuesCompleter))]
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The result of the health check in the task definition: HEALTHY or UNHEALTHY. Default: HEALTHY.")]
    public string? Health { get; set; }

    /// <summary>How long the container runs until health checks find that. Before, they find the opposite.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "The time after the start of the container at which the health check begins to report -Health. Until then it reports the opposite. A number means seconds.")]
    public TimeSpan? HealthAfter { get; set; }

    /// <summary>Lets the container go on after SIGTERM, until its stop timeout ends it with 137.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The container ignores SIGTERM and keeps running until it's killed at the end of its stopTimeout (default: 30 seconds).")]
    public SwitchParameter IgnoreSigterm { get; set; }

    /// <summary>The lines that the container writes to its log when it starts.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The lines that the container writes to its log when it starts. The task definition must send the log to CloudWatch Logs.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Output { get; set; }

    /// <summary>How often the container writes the lines again.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How often the container writes the lines of -Output again. A number means seconds. Default: once.")]
    public TimeSpan? OutputEvery { get; set; }

    /// <summary>The image of the container has no shell.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The image of the container has no shell, so Invoke-EcsCommand gets no exit code.")]
    public SwitchParameter NoShell { get; set; }

    /// <summary>The command that is run in the container. Accepts wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommandSet, HelpMessage = "The command that is run in the container, for example 'cat *'. Accepts wildcards. The behavior applies to commands that run from now on.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string Command { get; set; } = "";

    /// <summary>The lines that the command prints.</summary>
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The lines that the command prints.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? CommandOutput { get; set; }

    /// <summary>The exit code of the command.</summary>
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The exit code of the command. Default: 0.")]
    [Scalar(typeof(int))]
    public int? CommandExitCode { get; set; }

    /// <summary>How long the command runs.</summary>
    [Seconds, Parameter(ParameterSetName = CommandSet, HelpMessage = "How long the command runs. A number means seconds.")]
    public TimeSpan? CommandTime { get; set; }

    /// <summary>Id or ARN of container instances, or the id of the EC2 instance. Accepts wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InstanceSet, ValueFromPipelineByPropertyName = true, HelpMessage = "The ID or ARN of the container instance, or the ID of its EC2 instance. Accepts wildcards.")]
    [Alias("ContainerInstanceArn"), ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[] ContainerInstance { get; set; } = [];

    /// <summary>The event of the instance: AgentDisconnected or Terminated.</summary>
    [Values("AgentDisconnected", "Terminated"), ArgumentCompleter(typeof(ValuesCompleter))]
    [Parameter(Mandatory = true, ParameterSetName = InstanceSet, HelpMessage = "AgentDisconnected: ECS places no tasks on the instance until you remove the behavior. Terminated: the instance is terminated with all its tasks.")]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string Event { get; set; } = "";

    /// <summary>How long until it happens; at once by default.</summary>
    [Seconds, Parameter(ParameterSetName = InstanceSet, HelpMessage = "The delay until the event. A number means seconds. Default: 0.")]
    public TimeSpan? After { get; set; }

    /// <summary>Operations of the API. Accepts wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ApiSet, HelpMessage = "Operations of the ECS API, for example RunTask or Describe*. Accepts wildcards.")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[] Operation { get; set; } = [];

    /// <summary>Answers with a ThrottlingException.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Returns a ThrottlingException, which clients retry.")]
    public SwitchParameter Throttle { get; set; }

    /// <summary>Answers with that error.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Returns this error, for example AccessDeniedException. The call has no effect.")]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    public string? ErrorCode { get; set; }

    /// <summary>The message of the error.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "The message of the error.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? ErrorMessage { get; set; }

    /// <summary>The HTTP status of the error.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "The HTTP status of the error. Default: 500 for ServerException, 400 for other errors.")]
    [Scalar(typeof(int))]
    public int? ErrorStatus { get; set; }

    /// <summary>How many calls a second are let through; the others are throttled.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "The number of calls per second that succeed, by the clock of the local ECS. Further calls are throttled.")]
    [Scalar(typeof(int))]
    public int? CallsPerSecond { get; set; }

    /// <summary>How long a call takes. A manual clock moves by it.</summary>
    [Seconds, Parameter(ParameterSetName = ApiSet, HelpMessage = "How long a call takes, by the clock of the local ECS. A manual clock is advanced by this time. A number means seconds.")]
    public TimeSpan? Latency { get; set; }

    /// <summary>Closes the connection without an answer.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Closes the connection without a response. The call has no effect.")]
    public SwitchParameter DropConnection { get; set; }

    /// <summary>How likely a call meets it, from 0 to 1; always by default.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "The probability, from 0 to 1, that the behavior applies to a call. Default: 1. The outcome depends on the seed of the local ECS.")]
    [Scalar(typeof(double))]
    public double? Probability { get; set; }

    /// <summary>How many tasks or calls meet it; all by default.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The number of tasks that the behavior applies to; the first tasks that start are affected. Default: all.")]
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "The number of calls that the behavior applies to, starting with the next one. Default: all.")]
    [Scalar(typeof(int))]
    public int? Count { get; set; }

    /// <summary>Sets it, and emits it.</summary>
    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case InstanceSet: foreach (var instance in ContainerInstance) Set(Instance(instance), instance); break;
            case ApiSet when Throttle && ErrorCode is not null:
                WriteError(Errors.Invalid("InvalidBehavior", "-Throttle and -ErrorCode can't be used together: both set the error of the calls.", ErrorCode, "Specify one of them."));
                break;
            case ApiSet: foreach (var operation in Operation) Set(Api(operation), operation); break;
            case CommandSet: Set(Commanded(), Command); break;
            default: Set(Task(), Family ?? Service ?? Image ?? "tasks"); break;
        }
    }

    private void Set(object behavior, string target)
    {
        if (ShouldProcess(target, "Set behaviour") && Change(all => all.With(behavior), target)) WriteObject(behavior);
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
        ErrorCode = Throttle ? ApiBehavior.Throttling : ErrorCode is null ? null : ValuesAttribute.InApiCase(ErrorCode, ApiBehavior.ErrorCodes),
        ErrorMessage = ErrorMessage,
        ErrorStatus = ErrorStatus,
        CallsPerSecond = CallsPerSecond,
        Latency = Latency,
        DropsConnection = DropConnection,
        Probability = Probability,
        Count = Count,
    };
}
