using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Waits until the deployments of services have completed and the desired number of tasks is running.</summary>
[Cmdlet(VerbsLifecycle.Wait, "EcsService"), OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.DescribeServices), Omit = ["services", "include"])]
[Calls(nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments))]
public sealed partial class WaitEcsServiceCommand : EcsWaitCommand<Model.Service>
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names or ARNs of the services. The cmdlet waits for all of them together.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Service { get; set; }

    [Parameter(HelpMessage = "Waits until the services are INACTIVE: they are deleted, and their last task has stopped.")]
    public SwitchParameter Inactive { get; set; }

    private protected override int BatchSize => Operations.DescribeServices.BatchSize;

    private protected override IReadOnlyList<string>? Names => Service;

    private protected override string? GivenCluster => Cluster;

    private protected override Goal<Model.Service> NewGoal(string? cluster, string name) =>
        Inactive ? new ServiceEndGoal(cluster, name) : ServiceGoal.Of(cluster, name, InputObject);
}
