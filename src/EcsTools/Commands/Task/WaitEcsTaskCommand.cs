using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Waits until tasks have stopped, or run. A task that stops while it is waited for to run is an error, which says why it stopped.</summary>
[Cmdlet(VerbsLifecycle.Wait, "EcsTask"), OutputType(typeof(Model.Task))]
[Operation(nameof(Operations.DescribeTasks), Omit = ["tasks", "include"])]
public sealed partial class WaitEcsTaskCommand : EcsWaitCommand<Model.Task>
{
    /// <summary>Ids or ARNs of the tasks. They are waited for together.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "Ids or ARNs of the tasks. They are waited for together.")]
    [Alias("TaskArn", "Id"), Identity("Task"), ArgumentCompleter(typeof(TaskCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Task { get; set; }

    /// <summary>RUNNING or STOPPED; STOPPED by default.</summary>
    [Parameter(HelpMessage = "RUNNING or STOPPED; STOPPED by default.")]
    [ValidateSet(DesiredStatus.Running, DesiredStatus.Stopped)]
    public string Status { get; set; } = DesiredStatus.Stopped;

    private protected override int BatchSize => Sizes.Tasks;

    private protected override IReadOnlyList<string>? Names => Task;

    private protected override string? GivenCluster => Cluster;

    private protected override Goal<Model.Task> NewGoal(string? cluster, string name) => new TaskGoal(cluster, name, Status.ToUpperInvariant());
}
