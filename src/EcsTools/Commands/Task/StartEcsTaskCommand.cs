using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Runs tasks of a task definition: where ECS places them, or on the container instances named.</summary>
[Cmdlet(VerbsLifecycle.Start, "EcsTask", SupportsShouldProcess = true), OutputType(typeof(Model.Task))]
[Alias("New-ECSTask")]
[Operation(nameof(Operations.RunTask), Target = "taskDefinition", Omit = ["count"])]
[Operation(nameof(Operations.StartTask), Target = "taskDefinition", Omit = ["containerInstances"])]
[Waits("until the tasks are STOPPED; one whose essential container failed or never ran is an error")]
public sealed partial class StartEcsTaskCommand : EcsChangeCommand, IWaitParameters
{
    /// <summary>How many tasks to run; 1 by default. More than 10 are asked for in several calls.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "How many tasks to run; 1 by default. More than 10 are asked for in several calls.")]
    [Scalar(typeof(int)), AtLeast(1)]
    public int Count { get; set; } = 1;

    /// <summary>Ids or ARNs of container instances, to run one task on each instead of leaving the choice to ECS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "Ids or ARNs of container instances, to run one task on each instead of leaving the choice to ECS.")]
    [Alias("ContainerInstances", "ContainerInstanceArn"), Identity("ContainerInstance"), ArgumentCompleter(typeof(Completion.ContainerInstanceCompleter))]
    public string[]? ContainerInstance { get; set; }

    /// <summary>Asks ECS for the tasks, in as many calls as it takes.</summary>
    private protected override void Process()
    {
        if (ContainerInstance is not { Length: > 0 } instances) Run();
        else if (Ignored(Operations.RunTask.Request, Operations.StartTask.Request, IsGiven) is { } ignored)
            WriteError(Errors.Invalid("ParameterIgnored", $"-{ignored} has no effect with -ContainerInstance: ECS starts one task on each instance named.", TaskDefinition, $"Omit -{ignored} or -ContainerInstance."));
        else StartOn(instances);
    }

    private void Run()
    {
        var requests = Enumerable.Range(0, (Count + Sizes.StartedTasks - 1) / Sizes.StartedTasks).Select(Request).ToList();
        var subject = Subject(requests[0].Cluster);
        var shortfall = new Shortfall(Count, subject);
        if (ShouldProcess(subject, $"Run {Plural(Count)}")) Start(output => Run(requests, shortfall, output));
    }

    private RunTaskRequest Request(int call)
    {
        var request = new RunTaskRequest();
        Fill(request, TaskDefinition);
        request.Count = Math.Min(Sizes.StartedTasks, Count - (call * Sizes.StartedTasks));
        if (call > 0 && request.ClientToken is { } token) request.ClientToken = $"{token}-{call}"; // each call is a request of its own
        return request;
    }

    /// <summary>Sends the requests, as many at once as -ThrottleLimit allows. Their tasks come out in order, and after them what did not start.</summary>
    private async Task Run(List<RunTaskRequest> requests, Shortfall shortfall, JobOutput output)
    {
        var started = new List<Model.Task>();
        foreach (var some in requests.Chunk(ThrottleLimit))
        {
            foreach (var (request, call) in some.Select(request => (request, SendAsync(Operations.RunTask, request, output))).ToList())
            {
                try
                {
                    var tasks = (await call).Tasks ?? [];
                    shortfall.Add((await call).Failures, request.Count!.Value - tasks.Count);
                    if (Wait) started.AddRange(tasks);
                    else await output.Objects(tasks);
                }
                catch (EcsException e)
                {
                    shortfall.Add(await Nearest.Add(e, request), request.Count!.Value);
                }
            }

            if ((output.StopsAtErrors && shortfall.Exists) || shortfall.ConcernsEveryCall || !await output.Written(Cancellation)) break;
        }

        await shortfall.Tell(output);
        await WaitFor(started, output);
    }

    private void StartOn(string[] instances)
    {
        foreach (var some in instances.Chunk(InOneChange(Sizes.ChangedInstances)))
        {
            var request = new StartTaskRequest();
            Fill(request, TaskDefinition);
            request.Cluster ??= ClusterFor(Cluster, some[0]);
            request.ContainerInstances = [.. some];
            var subject = Subject(request.Cluster);
            if (!ShouldProcess(subject, $"Start {Plural(some.Length)} on {string.Join(", ", some.Select(EcsArn.IdOf))}")) continue;
            Start(async output =>
            {
                try
                {
                    var response = await SendAsync(Operations.StartTask, request, output);
                    foreach (var failure in response.Failures ?? []) await output.Error(Errors.From(failure, nameof(Operations.StartTask), this, request.TaskDefinition));
                    if (Wait) await WaitFor(response.Tasks ?? [], output);
                    else await output.Objects(response.Tasks);
                }
                catch (EcsException e)
                {
                    await output.Error(await Nearest.Add(e, request), subject);
                }
            });
        }
    }

    private string Subject(string? cluster) => Naming.Subject("task definition", TaskDefinition, cluster);

    private static string Plural(int count) => count == 1 ? "1 task" : $"{count} tasks";

    private Task WaitFor(List<Model.Task> tasks, JobOutput output) => Task.WhenAll(
        tasks.Chunk(Sizes.Tasks).Select(some => this.WaitFor(TaskGoal.Stopped(some), new RunOutcome(new Calls(this, output)).Emit, output, some)));
}
