using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Waits until tasks are STOPPED or RUNNING.</summary>
[Cmdlet(VerbsLifecycle.Wait, "EcsTask"), OutputType(typeof(Model.Task))]
[Operation(nameof(Operations.DescribeTasks), Omit = ["tasks", "include"])]
public sealed partial class WaitEcsTaskCommand : EcsWaitCommand<Model.Task>
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the tasks. The cmdlet waits for all of them together.")]
    [Alias("TaskArn", "Id"), Identity("Task"), ArgumentCompleter(typeof(TaskCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Task { get; set; }

    [Parameter(HelpMessage = "RUNNING or STOPPED. Default: STOPPED.")]
    [ValidateSet(DesiredStatus.Running, DesiredStatus.Stopped)]
    public string Status { get; set; } = DesiredStatus.Stopped;

    private protected override int BatchSize => Operations.DescribeTasks.BatchSize;

    private protected override IReadOnlyList<string>? Names => Task;

    private protected override string? GivenCluster => Cluster;

    private protected override Goal<Model.Task> NewGoal(string? cluster, string name) =>
        new TaskGoal(cluster, name, Status.ToUpperInvariant());
}
