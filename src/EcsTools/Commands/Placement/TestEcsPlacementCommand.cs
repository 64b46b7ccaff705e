using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Forecast.Placement;
using EcsTools.Forecast.Rehearsals;
using EcsTools.Forecasts;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the number of tasks that would fit on each container instance, and the reasons why others can't be placed.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EcsPlacement"), OutputType(typeof(PlacementFit))]
[Operation(nameof(Operations.RunTask), Omit = [
    "taskDefinition", "count", "clientToken", "capacityProviderStrategy", "enableECSManagedTags", "enableExecuteCommand", "platformVersion",
    "propagateTags", "referenceId", "startedBy", "tags", "volumeConfigurations"])]
[Calls(nameof(Operations.DescribeCapacityProviders))]
public sealed partial class TestEcsPlacementCommand : EcsOneRegionCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The task definition: family, family:revision, or ARN. Default with -Service: the task definition of the service.")]
    [Alias("TaskDefinitionArn", "Definition"), Identity("TaskDefinition"), ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    public string? TaskDefinition { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The service that the tasks would belong to. Its constraints, strategy, and network apply unless you specify others. Default: standalone tasks.")]
    [Alias("ServiceArn", "ServiceName"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    [Parameter(HelpMessage = "The number of tasks to place by the strategy. Default: 1.")]
    [ValidateRange(1, 10_000)]
    public int Count { get; set; } = 1;

    [Parameter(HelpMessage = "The capacity provider whose instances are used. Default: the capacity provider of the service, or all instances.")]
    [ArgumentCompleter(typeof(CapacityProviderCompleter))]
    public string? CapacityProvider { get; set; }

    /// <summary>Reads the cluster, and places tasks on a copy of it.</summary>
    private protected override void Process()
    {
        if (TaskDefinition is null && Service is null)
        {
            WriteError(Errors.Invalid(
                "TaskDefinitionMissing",
                "Neither a task definition nor a service is specified.",
                null,
                "Specify -TaskDefinition, or -Service for the task definition of a service."));
            return;
        }

        var request = new RunTaskRequest();
        Fill(request, null);
        var cluster = ClusterFor(request.Cluster, Service);
        var question = new PlacementQuestion
        {
            TaskDefinition = TaskDefinition,
            Service = Service is null ? null : EcsArn.IdOf(Service),
            Group = request.Group,
            LaunchType = request.LaunchType,
            CapacityProvider = CapacityProvider,
            Constraints = request.PlacementConstraints,
            Strategy = request.PlacementStrategy,
            NetworkConfiguration = request.NetworkConfiguration,
            Overrides = request.Overrides,
            Count = Count,
        };
        Start(output => Place(cluster, question, output));
    }

    private static async Task Place(string? cluster, PlacementQuestion question, JobOutput output)
    {
        try
        {
            using var rehearsal = new Rehearsal(await ClusterCopy.Read(cluster, output, question.TaskDefinition));
            await output.Objects(rehearsal.Place(question));
        }
        catch (EcsException e)
        {
            await output.Error(e, e.ErrorCode == "ClusterNotFoundException" ? cluster : question.TaskDefinition ?? question.Service);
        }
    }
}
