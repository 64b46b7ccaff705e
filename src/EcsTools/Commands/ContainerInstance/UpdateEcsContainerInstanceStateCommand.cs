using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Drains container instances, or takes them into use again.</summary>
[Cmdlet(VerbsData.Update, "EcsContainerInstanceState", SupportsShouldProcess = true), OutputType(typeof(Model.ContainerInstance))]
[Alias("Update-ECSContainerInstancesState")]
[Operation(nameof(Operations.UpdateContainerInstancesState), Omit = ["containerInstances"])]
public sealed partial class UpdateEcsContainerInstanceStateCommand : EcsBatchCommand
{
    /// <summary>Ids or ARNs of the instances.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "Ids or ARNs of the instances.")]
    [Alias("ContainerInstanceArn", "ContainerInstances", "Id"), Identity("ContainerInstance", IsRequired = true), ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    public string[]? ContainerInstance { get; set; }

    private protected override int BatchSize => 10;

    private protected override IReadOnlyList<string> Names => ContainerInstance ?? [];

    private protected override string? GivenCluster => Cluster;

    private protected override string Thing => "container instance";

    private protected override string Action => $"Set the status to {Status}";

    private protected override Change NewChange()
    {
        var status = Status;
        return async (batch, output) =>
        {
            var request = new UpdateContainerInstancesStateRequest { Cluster = batch.Cluster, ContainerInstances = batch.Ids, Status = status };
            var response = await SendAsync(Operations.UpdateContainerInstancesState, request, output);
            await output.Objects(response.ContainerInstances);
            await output.Errors(response.Failures, nameof(Operations.UpdateContainerInstancesState));
        };
    }
}
