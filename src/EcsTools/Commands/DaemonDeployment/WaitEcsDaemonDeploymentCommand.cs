using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Waits until deployments of daemons are SUCCESSFUL or STOPPED.</summary>
[Cmdlet(VerbsLifecycle.Wait, "EcsDaemonDeployment"), OutputType(typeof(Model.DaemonDeployment))]
[Operation(nameof(Operations.DescribeDaemonDeployments), Omit = ["daemonDeploymentArns"])]
public sealed partial class WaitEcsDaemonDeploymentCommand : EcsWaitCommand<Model.DaemonDeployment>
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs of the deployments. A piped daemon identifies its current deployment.")]
    [Alias("DaemonDeploymentArn", "DaemonDeploymentArns", "DeploymentArn", "Id"), Identity("DaemonDeployment")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? DaemonDeployment { get; set; }

    [Parameter(HelpMessage = "SUCCESSFUL or STOPPED. Default: SUCCESSFUL.")]
    [ValidateSet(DaemonDeploymentStatus.Successful, DaemonDeploymentStatus.Stopped)]
    public string Status { get; set; } = DaemonDeploymentStatus.Successful;

    private protected override int BatchSize => Operations.DescribeDaemonDeployments.BatchSize;

    private protected override IReadOnlyList<string>? Names => DaemonDeployment;

    private protected override Goal<Model.DaemonDeployment> NewGoal(string? cluster, string name) =>
        DaemonGoals.Deployment(name, Status.ToUpperInvariant());
}
