using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the scale-in protection of tasks.</summary>
[Cmdlet(VerbsCommon.Get, "EcsTaskProtection", SupportsPaging = true), OutputType(typeof(ProtectedTask))]
[Operation(nameof(Operations.ListTasks), Omit = ["containerInstance", "family", "startedBy", "desiredStatus", "launchType"])]
[Operation(nameof(Operations.GetTaskProtection), Omit = ["tasks"])]
public sealed partial class GetEcsTaskProtectionCommand : EcsGetCommand<ProtectedTask>
{
    private string? instance;
    private string? starter;
    private string? family;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs, ARNs, or wildcards. Default: all tasks of services in the cluster.")]
    [Alias("TaskArn", "Id"), Identity("Task"), ArgumentCompleter(typeof(TaskCompleter)), SupportsWildcards]
    public string[]? Task { get; set; }

    private protected override string DescribeOperation => nameof(Operations.GetTaskProtection);

    private protected override IReadOnlyList<string>? Names => Task;

    private protected override string? GivenCluster => Cluster;

    /// <summary>The tasks of a container instance, or those that a deployment or a task set started.</summary>
    internal override bool Narrow(PipedObject piped, Action<string, object?> set)
    {
        (instance, starter, family) =
            (piped.Self("ContainerInstance") as string, piped.Self("Starter") as string, piped.Self("Family") as string);
        return (instance ?? starter ?? family) is not null;
    }

    private protected override void Widen()
    {
        base.Widen();
        (instance, starter, family) = (null, null, null);
    }

    private protected override Lister NewLister()
    {
        var request = new ListTasksRequest { ContainerInstance = instance, StartedBy = starter, Family = family };
        Fill(request, null);
        return output => ListAsync(Operations.ListTasks, request, output);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(
            Operations.GetTaskProtection, new() { Cluster = batch.Cluster, Tasks = batch.Ids }, output, cancellation);
        return Described<ProtectedTask>.Of(response.ProtectedTasks, response.Failures);
    };

    /// <summary>The list contains standalone tasks and tasks that have ended since, which weren't requested.</summary>
    private protected override Describer NewDescriberOfListed()
    {
        var describe = NewDescriber();
        return async (batch, output, cancellation) => (await describe(batch, output, cancellation)) with { Failures = [] };
    }
}
