using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Forecasts;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Drains container instances, or sets them to ACTIVE again.</summary>
[Cmdlet(VerbsData.Update, "EcsContainerInstanceState", SupportsShouldProcess = true), OutputType(typeof(Model.ContainerInstance))]
[Alias("Update-ECSContainerInstancesState")]
[Operation(nameof(Operations.UpdateContainerInstancesState), Then = "status", Omit = ["containerInstances"])]
[Rejects("Status", ContainerInstanceStatus.Registering, ContainerInstanceStatus.Deregistering, ContainerInstanceStatus.RegistrationFailed)]
[Waits("until the instances that are set to DRAINING have no tasks")]
[Calls(nameof(Operations.DescribeCapacityProviders), With = "WhatIf")]
public sealed partial class UpdateEcsContainerInstanceStateCommand : EcsBatchCommand, IWaitParameters
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the instances.")]
    [Alias("ContainerInstanceArn", "ContainerInstances", "Id")]
    [Identity("ContainerInstance")]
    [ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? ContainerInstance { get; set; }

    private protected override int BatchSize => Operations.UpdateContainerInstancesState.BatchSize;

    private protected override IReadOnlyList<string> Names => ContainerInstance ?? [];

    private protected override string? GivenCluster => Cluster;

    private protected override string Thing => "container instance";

    private protected override string Action => $"Set the status to {Status}";

    private protected override Change NewChange()
    {
        var status = Status;
        return async (batch, output) =>
        {
            var request = new UpdateContainerInstancesStateRequest
            {
                Cluster = batch.Cluster,
                ContainerInstances = batch.Ids,
                Status = status,
            };
            var response = await SendAsync(Operations.UpdateContainerInstancesState, request, output);
            await output.Errors(response.Failures, nameof(Operations.UpdateContainerInstancesState));
            await Emit(status, response.ContainerInstances ?? [], output);
        };
    }

    private protected override Func<JobOutput, Task> Forecast(Batch batch)
    {
        var status = Status;
        return output => Prediction.Write(output, () => Prediction.Of(batch, status, output));
    }

    /// <summary>Draining takes time; setting to ACTIVE takes effect immediately.</summary>
    private async Task Emit(string? status, List<Model.ContainerInstance> instances, JobOutput output)
    {
        if (Wait && status == ContainerInstanceStatus.Draining)
            await this.WaitFor(instances.ConvertAll(DrainGoal.Of), one => output.Object(one).AsTask(), output, instances);
        else
            await output.Objects(instances);
    }
}
