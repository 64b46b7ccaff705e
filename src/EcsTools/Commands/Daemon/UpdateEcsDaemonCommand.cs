using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Changes daemons and rolls the change out, instance by instance.</summary>
[Cmdlet(VerbsData.Update, "EcsDaemon", SupportsShouldProcess = true), OutputType(typeof(DaemonDetail))]
[Operation(nameof(Operations.UpdateDaemon), Targets = "daemonArn")]
public sealed partial class UpdateEcsDaemonCommand : EcsOperationCommand<UpdateDaemonRequest, UpdateDaemonResponse>
{
    private protected override Operation<UpdateDaemonRequest, UpdateDaemonResponse> Operation => Operations.UpdateDaemon;

    private protected override string Subject(UpdateDaemonRequest request) => Naming.OfArn("daemon", request.DaemonArn);

    private protected override string Action(UpdateDaemonRequest request) =>
        $"Run {EcsArn.IdOf(request.DaemonTaskDefinitionArn!)} on {string.Join(", ", request.CapacityProviderArns!.Select(EcsArn.IdOf))}";

    private protected override async Task Emit(UpdateDaemonRequest request, UpdateDaemonResponse response, JobOutput output) =>
        await output.Object((await SendAsync(Operations.DescribeDaemon, new() { DaemonArn = response.DaemonArn }, output)).Daemon!);
}
