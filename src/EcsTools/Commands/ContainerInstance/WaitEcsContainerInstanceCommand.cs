using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Waits until draining container instances have no tasks.</summary>
[Cmdlet(VerbsLifecycle.Wait, "EcsContainerInstance"), OutputType(typeof(Model.ContainerInstance))]
[Operation(nameof(Operations.DescribeContainerInstances), Omit = ["containerInstances", "include"])]
public sealed partial class WaitEcsContainerInstanceCommand : EcsWaitCommand<Model.ContainerInstance>
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the instances. The cmdlet waits for all of them together.")]
    [Alias("ContainerInstanceArn", "ContainerInstances", "Id")]
    [Identity("ContainerInstance")]
    [ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? ContainerInstance { get; set; }

    private protected override int BatchSize => Operations.DescribeContainerInstances.BatchSize;

    private protected override IReadOnlyList<string>? Names => ContainerInstance;

    private protected override string? GivenCluster => Cluster;

    private protected override Goal<Model.ContainerInstance> NewGoal(string? cluster, string name) => new DrainGoal(cluster, name);
}
