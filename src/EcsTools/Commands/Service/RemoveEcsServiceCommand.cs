using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Deletes services.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.DeleteService), Targets = "service")]
[Waits("until the last task has stopped and the service is INACTIVE")]
public sealed partial class RemoveEcsServiceCommand : EcsRemovalCommand<DeleteServiceRequest, DeleteServiceResponse>, IWaitParameters
{
    private protected override Operation<DeleteServiceRequest, DeleteServiceResponse> Operation => Operations.DeleteService;

    private protected override string Subject(DeleteServiceRequest request) => Naming.Subject("service", request.Service, request.Cluster);

    private protected override string Action(DeleteServiceRequest request) =>
        request.Force == true ? "Delete, and stop its tasks" : "Delete";

    private protected override async ValueTask<object?> Removed(DeleteServiceResponse response, JobOutput output) =>
        await this.Settled(response.Service!, ServiceEndGoal.Of(response.Service!), output);
}
