using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Capacity;
using EcsTools.Completion;
using EcsTools.Local;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Says how many more tasks would fit on each container instance, and what keeps them from the others.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EcsPlacement"), OutputType(typeof(PlacementFit))]
[Operation(nameof(Operations.RunTask), Omit = [
    "taskDefinition", "count", "clientToken", "capacityProviderStrategy", "enableECSManagedTags", "enableExecuteCommand", "platformVersion",
    "propagateTags", "referenceId", "startedBy", "tags", "volumeConfigurations"])]
public sealed partial class TestEcsPlacementCommand : EcsOneRegionCommand
{
    /// <summary>The task definition: family, family:revision or ARN. Left out with -Service: the service's own.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "The task definition: family, family:revision or ARN. Left out with -Service: the service's own.")]
    [Alias("TaskDefinitionArn", "Definition"), Identity("TaskDefinition"), ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    public string? TaskDefinition { get; set; }

    /// <summary>The service whose tasks they would be: its constraints, strategy and network hold where no others are given. Left out: tasks run on their own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The service whose tasks they would be: its constraints, strategy and network hold where no others are given. Left out: tasks run on their own.")]
    [Alias("ServiceArn", "ServiceName"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    public string? Service { get; set; }

    /// <summary>How many tasks to place as the strategy says; 1 by default.</summary>
    [Parameter(HelpMessage = "How many tasks to place as the strategy says; 1 by default.")]
    [ValidateRange(1, 10_000)]
    public int Count { get; set; } = 1;

    /// <summary>The capacity provider on whose instances the tasks go. Left out: the service's own, else all instances.</summary>
    [Parameter(HelpMessage = "The capacity provider on whose instances the tasks go. Left out: the service's own, else all instances.")]
    [ArgumentCompleter(typeof(CapacityProviderCompleter))]
    public string? CapacityProvider { get; set; }

    /// <summary>Reads the cluster, and places tasks on a copy of it.</summary>
    private protected override void Process()
    {
        if (TaskDefinition is null && Service is null)
        {
            WriteError(Errors.Invalid("TaskDefinitionMissing", "Neither a task definition nor a service is specified.", null, "Specify -TaskDefinition, or -Service for the task definition of a service."));
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

    private async Task Place(string? cluster, PlacementQuestion question, JobOutput output)
    {
        try
        {
            using var rehearsal = new Rehearsal(await ClusterCopy.Read(this, cluster, output, question.TaskDefinition));
            await output.Objects(rehearsal.Place(question));
        }
        catch (EcsException e)
        {
            await output.Error(e, e.ErrorCode == "ClusterNotFoundException" ? cluster : question.TaskDefinition ?? question.Service);
        }
    }
}
