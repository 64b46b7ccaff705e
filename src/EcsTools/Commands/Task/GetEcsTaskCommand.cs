using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the tasks of a cluster.</summary>
[Cmdlet(VerbsCommon.Get, "EcsTask", SupportsPaging = true), OutputType(typeof(Model.Task))]
[Alias("Get-ECSTaskList")]
[Rejects("DesiredStatus", Model.DesiredStatus.Pending)]
[Operation(nameof(Operations.ListTasks))]
[Operation(nameof(Operations.DescribeTasks), Omit = ["tasks"])]
public sealed partial class GetEcsTaskCommand : EcsGetCommand<Model.Task>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs, ARNs, or wildcards. Default: all tasks whose desired status is RUNNING. -DesiredStatus STOPPED gets the tasks that stopped within the last hour.")]
    [Alias("TaskArn", "Id"), Identity("Task"), ArgumentCompleter(typeof(TaskCompleter)), SupportsWildcards]
    public string[]? Task { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeTasks);

    private protected override IReadOnlyList<string>? Names => Task;

    private protected override string? GivenCluster => Cluster;

    /// <inheritdoc/>
    internal override bool Narrow(PipedObject piped, Action<string, object?> set) => (Only = TaskNarrowing.Of(piped, set)) is not null;

    private protected override Lister NewLister()
    {
        var request = new ListTasksRequest();
        Fill(request, null);
        return output => ListAsync(Operations.ListTasks, request, output);
    }

    private protected override Describer NewDescriber()
    {
        var request = new DescribeTasksRequest();
        Fill(request, null);
        return async (batch, output, cancellation) =>
        {
            var response = await SendAsync(
                Operations.DescribeTasks,
                new() { Cluster = batch.Cluster, Tasks = batch.Ids, Include = request.Include },
                output,
                cancellation);
            return Described<Model.Task>.Of(response.Tasks, response.Failures);
        };
    }
}
