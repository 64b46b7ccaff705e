using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Logs;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Starts tasks of a task definition, placed by ECS or on the container instances that you specify.</summary>
[Cmdlet(VerbsLifecycle.Start, "EcsTask", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(Model.Task))]
[Alias("New-ECSTask")]
[Operation(nameof(Operations.RunTask), Target = "taskDefinition", Omit = ["count"], TakesFile = true)]
[Operation(nameof(Operations.StartTask), Target = "taskDefinition", Omit = ["containerInstances"], TakesFile = true)]
[Waits("until the tasks are STOPPED. A task whose essential container failed or never ran causes an error")]
[Calls(nameof(Operations.DescribeTasks), "logs:GetLogEvents")]
public sealed partial class StartEcsTaskCommand : EcsChangeCommand, IWaitParameters, IRequestFile
{
    [Parameter(ParameterSetName = "Parameters", Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true, HelpMessage = DefinitionHelp)]
    [Parameter(ParameterSetName = "Like", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = DefinitionHelp)]
    [Parameter(ParameterSetName = "CliInputJson", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = DefinitionHelp)]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    [Alias("TaskDefinitionArn", "Definition")]
    [Identity("TaskDefinition", IsSingle = true)]
    [NoFile]
    [ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    public string? TaskDefinition { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The number of tasks to run. Default: 1. More than 10 tasks are requested in several calls.")]
    [Scalar(typeof(int)), AtLeast(1)]
    public int Count { get; set; } = 1;

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of container instances. One task runs on each of them. By default, ECS chooses the instances.")]
    [Alias("ContainerInstances", "ContainerInstanceArn")]
    [Identity("ContainerInstance")]
    [ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    public string[]? ContainerInstance { get; set; }

    [Parameter(HelpMessage = "With -Wait, displays the logs of the tasks while they run. The lines aren't part of the output.")]
    public SwitchParameter ShowLog { get; set; }

    private const string DefinitionHelp =
        "The task definition: a family (the latest ACTIVE revision), family:revision, or an ARN. With -Like, it replaces the task definition of the service or task.";

    /// <summary>Asks ECS for the tasks, in as many calls as it takes.</summary>
    private protected override void Process()
    {
        var request = new RunTaskRequest();
        var instances = ContainerInstance ?? [];
        if (CliInputJson is { } file && !RequestFile.TryRead(this, file, root => instances = Read(request, root))) return;
        Fill(request, TaskDefinition);
        if (IsGiven(nameof(Count))) request.Count = Count;
        request.Count ??= Count;
        if (CliInputJson is not null && RequestFile.Missing(request, CliInputJson, CmdletParameters.Of(GetType())) is { } missing)
            WriteError(missing);
        else if (instances.Length > 0 && Ignored(Operations.RunTask.Request, Operations.StartTask.Request, IsGiven) is { } ignored)
            WriteError(Errors.Invalid(
                "ParameterIgnored",
                $"-{ignored} has no effect with -ContainerInstance: ECS starts one task on each instance named.",
                TaskDefinition,
                $"Omit -{ignored} or -ContainerInstance."));
        else if (RequiresLookup) LookUp(request, [.. instances.Chunk(InOneChange(Operations.StartTask.BatchSize))]);
        else if (instances.Length > 0) StartOn(instances, request);
        else if (ShouldProcess(Subject(request), Action(request))) Start(output => Run(request, output));
    }

    private void LookUp(RunTaskRequest request, string[][] instances) =>
        Start(output => Try(request, request, output, () => LookUpAndLaunch(request, instances, output)));

    /// <summary>
    /// Fills the request from a file, and gives the container instances: those of a file for start-task, if none are given.
    /// </summary>
    private string[] Read(RunTaskRequest request, object? root)
    {
        var isForStart = root is not null
            && Named.Values(root)?.Any(value => value.Key.Equals("containerInstances", StringComparison.OrdinalIgnoreCase)) == true;
        if (!isForStart)
        {
            RequestFile.Complete(request, root, null, null);
            return ContainerInstance ?? [];
        }

        var start = new StartTaskRequest();
        RequestFile.Complete(start, root, null, null);
        Complete(request, start);
        return ContainerInstance ?? start.ContainerInstances?.ToArray() ?? [];
    }

    /// <summary>
    /// Sends the requests, as many at once as -ThrottleLimit allows. Their tasks are returned in order, and then the tasks that didn't
    /// start.
    /// </summary>
    private async Task Run(RunTaskRequest all, JobOutput output)
    {
        var count = all.Count!.Value;
        var requests = Enumerable.Range(0, (count + Operations.RunTask.BatchSize - 1) / Operations.RunTask.BatchSize)
            .Select(call => Part(all, call))
            .ToList();
        var failures = new StartFailures(count, Subject(all));
        var started = new List<Model.Task>();
        foreach (var some in requests.Chunk(ThrottleLimit))
        {
            foreach (var (request, call) in some.Select(request => (request, SendAsync(Operations.RunTask, request, output))).ToList())
            {
                try
                {
                    var tasks = (await call).Tasks ?? [];
                    failures.Add((await call).Failures, request.Count!.Value - tasks.Count);
                    if (Wait) started.AddRange(tasks);
                    else await output.Objects(tasks);
                }
                catch (EcsException e)
                {
                    failures.Add(await Nearest.Add(e, request), request.Count!.Value);
                }
            }

            if ((output.StopsAtErrors && failures.Exists) || failures.ConcernsEveryCall || !await output.Written(Cancellation)) break;
        }

        await failures.Write(output);
        await WaitFor(started, output);
    }

    /// <summary>The number of tasks of one call. Each call is a separate request with its own token.</summary>
    private static RunTaskRequest Part(RunTaskRequest all, int call)
    {
        var part = all.Copy();
        part.Count = Math.Min(Operations.RunTask.BatchSize, all.Count!.Value - (call * Operations.RunTask.BatchSize));
        if (call > 0 && all.ClientToken is { } token) part.ClientToken = $"{token}-{call}";
        return part;
    }

    private void StartOn(string[] instances, RunTaskRequest all)
    {
        foreach (var some in instances.Chunk(InOneChange(Operations.StartTask.BatchSize)))
        {
            var request = StartRequest(all, some);
            if (ShouldProcess(Subject(all), ActionOn(some))) Start(output => Try(all, request, output, () => Send(request, output)));
        }
    }

    private StartTaskRequest StartRequest(RunTaskRequest all, string[] instances)
    {
        var request = new StartTaskRequest();
        Fill(request, TaskDefinition);
        Complete(request, all);
        request.Cluster ??= ClusterFor(Cluster, instances[0]);
        request.ContainerInstances = [.. instances];
        return request;
    }

    private async Task Send(StartTaskRequest request, JobOutput output)
    {
        var response = await SendAsync(Operations.StartTask, request, output);
        foreach (var failure in response.Failures ?? [])
            await output.Error(Errors.From(failure, nameof(Operations.StartTask), this, request.TaskDefinition));
        if (Wait) await WaitFor(response.Tasks ?? [], output);
        else await output.Objects(response.Tasks);
    }

    /// <summary>Fills what a request leaves open from another.</summary>
    private static void Complete(IStructure request, IStructure other)
    {
        foreach (var member in request.GetShape().Members)
            member.Set(request, member.Get(request) ?? other.GetShape().Find(member.WireName)?.Get(other));
    }

    private static string ActionOn(string[] instances) =>
        $"Start {Plural(instances.Length)} on {string.Join(", ", instances.Select(EcsArn.IdOf))}";

    private static string Action(RunTaskRequest request) => $"Run {Plural(request.Count!.Value)}";

    /// <summary>The task definition, or, until it is known, what the task is to be like.</summary>
    private string Subject(RunTaskRequest request) => request.TaskDefinition is null && Like is not null
        ? $"task like {EcsArn.IdOf($"{Like}")} in cluster {EcsArn.IdOf(request.Cluster ?? "default")}"
        : Naming.Subject("task definition", request.TaskDefinition, request.Cluster);

    private static string Plural(int count) => count == 1 ? "1 task" : $"{count} tasks";

    private async Task Try(RunTaskRequest all, IStructure request, JobOutput output, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (EcsException e)
        {
            await output.Error(await Nearest.Add(e, request), Subject(all));
        }
    }

    private async Task WaitFor(List<Model.Task> tasks, JobOutput output)
    {
        if (ShowLog && tasks.Count > 0) await Show(tasks, output);
        await Task.WhenAll(tasks
            .Chunk(Operations.DescribeTasks.BatchSize)
            .Select(some => this.WaitFor(TaskGoal.Stopped(some), new RunOutcome(output.Calls).Emit, output, ShowLog ? null : some)));
    }

    /// <summary>Displays the logs until the tasks have stopped.</summary>
    private async Task Show(List<Model.Task> tasks, JobOutput output)
    {
        output.Accepted();
        var begin = output.Began ?? WaitClock.Now;
        using var limit = WaitClock.Limit(Timeout, begin, Cancellation);
        var selection = new LogSelection { Cluster = tasks[0].ClusterArn, Ids = tasks.ConvertAll(task => task.TaskArn!) };
        var feed = new LogFeed(
            [selection],
            new LogWindow(),
            output.Calls with { Until = limit.Token },
            lines =>
                output.WriteHost(lines.Select(line =>
                    tasks.Count == 1 ? line.Message : $"{Naming.ShortId(EcsArn.IdOf(line.Task))} {line.Message}")));
        try
        {
            await feed.Follow(begin + Timeout);
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            // The timeout of the wait has expired, which the wait reports.
        }
    }
}
