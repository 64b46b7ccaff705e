using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Local;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>
/// Tells the session's local ECS to do otherwise than usual: lets containers crash, fall ill or start slowly, takes container instances away, or lets
/// the API fail. Set anew for the same thing, it takes the place of what was set before.
/// </summary>
[Cmdlet(VerbsCommon.Set, "EcsLocalBehavior", SupportsShouldProcess = true, DefaultParameterSetName = TaskSet)]
[OutputType("EcsTools.Local.TaskBehavior", ParameterSetName = [TaskSet])]
[OutputType("EcsTools.Local.InstanceBehavior", ParameterSetName = [InstanceSet])]
[OutputType("EcsTools.Local.ApiBehavior", ParameterSetName = [ApiSet])]
[OutputType("EcsTools.Local.CommandBehavior", ParameterSetName = [CommandSet])]
public sealed class SetEcsLocalBehaviorCommand : EcsLocalBehaviorCommand
{
    private const string TaskSet = "Task", InstanceSet = "Instance", ApiSet = "Api", CommandSet = "Command";

    /// <summary>The family of task definitions. Takes wildcards.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The family of task definitions. Takes wildcards. It holds for tasks that are started from now on.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The family of task definitions. Takes wildcards. It holds for tasks that are started from now on.")]
    [ArgumentCompleter(typeof(FamilyCompleter))]
    public string? Family { get; set; }

    /// <summary>The image of the container. Takes wildcards.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The image of the container, as the task definition names it. Takes wildcards.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The image of the container, as the task definition names it. Takes wildcards.")]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public string? Image { get; set; }

    /// <summary>The service that starts the tasks. Takes wildcards.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The service that starts the tasks. Takes wildcards.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The service that starts the tasks. Takes wildcards.")]
    [ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    /// <summary>The name of the container. Takes wildcards; all containers of the task by default.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The name of the container. Takes wildcards; all containers of the task by default.")]
    [Parameter(ParameterSetName = CommandSet, HelpMessage = "The name of the container. Takes wildcards; all containers of the task by default.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Container { get; set; }

    /// <summary>How long pulling the image takes.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How long pulling the image takes. A number means seconds; 2 seconds by default.")]
    public TimeSpan? PullTime { get; set; }

    /// <summary>Why the image cannot be pulled. The task stops with it.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "Why the image cannot be pulled, as in 'pull access denied'. The task stops with a CannotPullContainerError.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? PullError { get; set; }

    /// <summary>How long the container takes to run once its image is there.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How long the container takes to run once its image is there. A number means seconds; 1 second by default.")]
    public TimeSpan? StartTime { get; set; }

    /// <summary>What the container exits with.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "What the container exits with: as soon as it runs, or after -ExitAfter. Without either it runs until it is told to stop.")]
    [Scalar(typeof(int))]
    public int? ExitCode { get; set; }

    /// <summary>How long the container runs until it exits.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How long the container runs until it exits: with -ExitCode, or 0. A number means seconds.")]
    public TimeSpan? ExitAfter { get; set; }

    /// <summary>What health checks find: HEALTHY or UNHEALTHY.</summary>
    [Values("HEALTHY", "UNHEALTHY"), ArgumentCompleter(typeof(ValuesCompleter))]
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "What the health check of the task definition finds: HEALTHY (the default) or UNHEALTHY.")]
    public string? Health { get; set; }

    /// <summary>How long the container runs until health checks find that. Before, they find the opposite.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How long the container runs until its health check finds -Health. Before, it finds the opposite. A number means seconds.")]
    public TimeSpan? HealthAfter { get; set; }

    /// <summary>Lets the container go on after SIGTERM, until its stop timeout ends it with 137.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "Lets the container go on after SIGTERM, until it is killed when its stopTimeout (30 seconds by default) is over.")]
    public SwitchParameter IgnoreSigterm { get; set; }

    /// <summary>The lines that the container writes to its log when it starts.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The lines that the container writes to its log when it starts. The task definition must send the log to CloudWatch Logs.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? Output { get; set; }

    /// <summary>How often the container writes the lines again.</summary>
    [Seconds, Parameter(ParameterSetName = TaskSet, HelpMessage = "How often the container writes the lines of -Output again. A number means seconds. Default: once.")]
    public TimeSpan? OutputEvery { get; set; }

    /// <summary>The image of the container has no shell.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "The image of the container has no shell, so Invoke-EcsCommand gets no exit code there.")]
    public SwitchParameter NoShell { get; set; }

    /// <summary>The command that is run in the container. Accepts wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CommandSet, HelpMessage = "The command that is run in the container, for example 'cat *'. Accepts wildcards. It holds for commands that are run from now on.")]
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

    /// <summary>Id or ARN of container instances, or the id of the EC2 instance. Takes wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InstanceSet, ValueFromPipelineByPropertyName = true, HelpMessage = "Id or ARN of container instances, or the id of the EC2 instance. Takes wildcards.")]
    [Alias("ContainerInstanceArn"), ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[] ContainerInstance { get; set; } = [];

    /// <summary>What happens to the instance: AgentDisconnected or Terminated.</summary>
    [Values("AgentDisconnected", "Terminated"), ArgumentCompleter(typeof(ValuesCompleter))]
    [Parameter(Mandatory = true, ParameterSetName = InstanceSet, HelpMessage = "AgentDisconnected: no task is placed there until the behaviour is removed. Terminated: it is gone, with all its tasks.")]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string Event { get; set; } = "";

    /// <summary>How long until it happens; at once by default.</summary>
    [Seconds, Parameter(ParameterSetName = InstanceSet, HelpMessage = "How long until it happens. A number means seconds; at once by default.")]
    public TimeSpan? After { get; set; }

    /// <summary>Operations of the API. Takes wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ApiSet, HelpMessage = "Operations of the API, as in RunTask or Describe*. Takes wildcards.")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[] Operation { get; set; } = [];

    /// <summary>Answers with a ThrottlingException.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Answers with a ThrottlingException, which clients try again.")]
    public SwitchParameter Throttle { get; set; }

    /// <summary>Answers with that error.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Answers with that error, as in AccessDeniedException. The call has no effect.")]
    [ArgumentCompleter(typeof(ErrorCodeCompleter))]
    public string? ErrorCode { get; set; }

    /// <summary>What the error says.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "What the error says.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? ErrorMessage { get; set; }

    /// <summary>The HTTP status of the error.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "The HTTP status of the error; 500 for ServerException, else 400, by default.")]
    [Scalar(typeof(int))]
    public int? ErrorStatus { get; set; }

    /// <summary>How many calls a second are let through; the others are throttled.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "How many calls a second are let through, by the local ECS's clock; the others are throttled.")]
    [Scalar(typeof(int))]
    public int? CallsPerSecond { get; set; }

    /// <summary>How long a call takes. A manual clock moves by it.</summary>
    [Seconds, Parameter(ParameterSetName = ApiSet, HelpMessage = "How long a call takes, by the local ECS's clock; a manual clock moves on by it. A number means seconds.")]
    public TimeSpan? Latency { get; set; }

    /// <summary>Closes the connection without an answer.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "Closes the connection without an answer. The call has no effect.")]
    public SwitchParameter DropConnection { get; set; }

    /// <summary>How likely a call meets it, from 0 to 1; always by default.</summary>
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "How likely a call meets it, from 0 to 1; always by default. The seed of the local ECS decides.")]
    [Scalar(typeof(double))]
    public double? Probability { get; set; }

    /// <summary>How many tasks or calls meet it; all by default.</summary>
    [Parameter(ParameterSetName = TaskSet, HelpMessage = "How many tasks behave so: the first that are started; all by default.")]
    [Parameter(ParameterSetName = ApiSet, HelpMessage = "How many calls meet it: the first that are made; all by default.")]
    [Scalar(typeof(int))]
    public int? Count { get; set; }

    /// <summary>Sets it, and emits it.</summary>
    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case InstanceSet: foreach (var instance in ContainerInstance) Set(Instance(instance), instance); break;
            case ApiSet when Throttle && ErrorCode is not null:
                WriteError(Errors.Invalid("InvalidBehavior", "-Throttle and -ErrorCode can't be used together: both say which error the calls get.", ErrorCode, "Specify one of them."));
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
