using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Changes daemons and deploys the changes instance by instance.</summary>
[Cmdlet(VerbsData.Update, "EcsDaemon", SupportsShouldProcess = true), OutputType(typeof(DaemonDetail))]
[Operation(nameof(Operations.UpdateDaemon), Targets = "daemonArn", Then = "daemonTaskDefinitionArn")]
[Waits("until the deployment is SUCCESSFUL. A deployment that is stopped or rolled back causes an error")]
public sealed partial class UpdateEcsDaemonCommand : EcsOperationCommand<UpdateDaemonRequest, UpdateDaemonResponse>, IWaitParameters
{
    private protected override Operation<UpdateDaemonRequest, UpdateDaemonResponse> Operation => Operations.UpdateDaemon;

    private protected override string Subject(UpdateDaemonRequest request) => Naming.OfArn("daemon", request.DaemonArn);

    private protected override string Action(UpdateDaemonRequest request) =>
        $"Run {EcsArn.IdOf(request.DaemonTaskDefinitionArn!)} on {string.Join(", ", request.CapacityProviderArns!.Select(EcsArn.IdOf))}";

    private protected override Task Emit(UpdateDaemonRequest request, UpdateDaemonResponse response, JobOutput output) =>
        this.EmitDeployed(AnsweredDaemon.From(response), output);
}
