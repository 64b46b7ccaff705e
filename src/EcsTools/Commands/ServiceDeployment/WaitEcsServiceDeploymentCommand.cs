using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Waits until service deployments are SUCCESSFUL.</summary>
[Cmdlet(VerbsLifecycle.Wait, "EcsServiceDeployment"), OutputType(typeof(Model.ServiceDeployment))]
[Operation(nameof(Operations.DescribeServiceDeployments), Omit = ["serviceDeploymentArns"])]
public sealed partial class WaitEcsServiceDeploymentCommand : EcsWaitCommand<Model.ServiceDeployment>
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs of the deployments. A piped service identifies its current deployment.")]
    [Alias("ServiceDeploymentArn", "ServiceDeploymentArns", "CurrentServiceDeployment", "Id")]
    [Identity("ServiceDeployment")]
    [ArgumentCompleter(typeof(ServiceDeploymentCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? ServiceDeployment { get; set; }

    private protected override int BatchSize => Operations.DescribeServiceDeployments.BatchSize;

    private protected override IReadOnlyList<string>? Names => ServiceDeployment;

    private protected override Goal<Model.ServiceDeployment> NewGoal(string? cluster, string name) =>
        ServiceDeploymentGoal.Successful(name);
}
