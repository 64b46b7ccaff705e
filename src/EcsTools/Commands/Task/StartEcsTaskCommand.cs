using System.Management.Automation;
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
public sealed partial class StartEcsTaskCommand : EcsCommand, IWaitParameters
{
    /// <summary>The most that one call starts.</summary>
    private const int Most = 10;

    /// <summary>How many tasks to run; 1 by default. More than 10 are asked for in several calls.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "How many tasks to run; 1 by default. More than 10 are asked for in several calls.")]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 1;

    /// <summary>Ids or ARNs of container instances, to run one task on each instead of leaving the choice to ECS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "Ids or ARNs of container instances, to run one task on each instead of leaving the choice to ECS.")]
    [Alias("ContainerInstances", "ContainerInstanceArn"), ArgumentCompleter(typeof(Completion.ContainerInstanceCompleter))]
    public string[]? ContainerInstance { get; set; }

    /// <summary>Asks ECS for the tasks, in as many calls as it takes.</summary>
    protected override void ProcessRecord()
    {
        if (ContainerInstance is { Length: > 0 } instances) StartOn(instances);
        else Run();
    }

    private void Run()
    {
        var calls = (Count + Most - 1) / Most;
        for (var call = 0; call < calls; call++)
        {
            var request = new RunTaskRequest();
            Fill(request, TaskDefinition);
            request.Count = Math.Min(Most, Count - (call * Most));
            if (call > 0 && request.ClientToken is { } token) request.ClientToken = $"{token}-{call}"; // each call is a request of its own
            var subject = Subject(request.Cluster);
            if (call == 0 && !ShouldProcess(subject, $"Run {Plural(Count)}")) return;
            Start(async output =>
            {
                var response = await Call(() => SendAsync(Operations.RunTask, request, output), subject, output);
                if (response is not null) await Emit(response.Tasks ?? [], response.Failures ?? [], request.TaskDefinition, nameof(Operations.RunTask), output);
            });
        }
    }

    private void StartOn(string[] instances)
    {
        foreach (var some in instances.Chunk(Most))
        {
            var request = new StartTaskRequest();
            Fill(request, TaskDefinition);
            request.Cluster ??= ClusterFor(Cluster, some[0]);
            request.ContainerInstances = [.. some];
            var subject = Subject(request.Cluster);
            if (!ShouldProcess(subject, $"Start {Plural(some.Length)} on {string.Join(", ", some.Select(EcsArn.IdOf))}")) continue;
            Start(async output =>
            {
                var response = await Call(() => SendAsync(Operations.StartTask, request, output), subject, output);
                if (response is not null) await Emit(response.Tasks ?? [], response.Failures ?? [], request.TaskDefinition, nameof(Operations.StartTask), output);
            });
        }
    }

    private string Subject(string? cluster) => Naming.Subject("task definition", TaskDefinition, cluster);

    private static string Plural(int count) => count == 1 ? "1 task" : $"{count} tasks";

    private static async Task<T?> Call<T>(Func<Task<T>> send, string subject, JobOutput output)
        where T : class
    {
        try
        {
            return await send();
        }
        catch (EcsException e)
        {
            await output.Error(e, subject);
            return null;
        }
    }

    private async Task Emit(List<Model.Task> tasks, List<Failure> failures, string? definition, string operation, JobOutput output)
    {
        foreach (var failure in failures) await output.Error(Errors.From(failure, operation, definition));
        if (Wait) await this.WaitFor(TaskGoal.Stopped(tasks), new RunOutcome(new Calls(this, output)).Emit, output, tasks);
        else await output.Objects(tasks);
    }
}
