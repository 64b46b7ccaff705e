using System.Management.Automation;
using EcsTools.Capacity;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Changes services: how many tasks, of which revision, deployed how.</summary>
[Cmdlet(VerbsData.Update, "EcsService", SupportsShouldProcess = true), OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.UpdateService), Targets = "service")]
[Waits("until the deployment has completed; one that fails, is rolled back, stopped or superseded is an error")]
public sealed partial class UpdateEcsServiceCommand : EcsOperationCommand<UpdateServiceRequest, UpdateServiceResponse>, IWaitParameters
{
    private protected override Operation<UpdateServiceRequest, UpdateServiceResponse> Operation => Operations.UpdateService;

    private protected override string Subject(UpdateServiceRequest request) => Naming.Subject("service", request.Service, request.Cluster);

    private protected override string Action(UpdateServiceRequest request) => Naming.Changes(request, "service", "cluster");

    private protected override void Predict(UpdateServiceRequest request) =>
        Start(output => Prediction.Tell(output, () => Prediction.Of(this, request, output)));

    private protected override Task Emit(UpdateServiceRequest request, UpdateServiceResponse response, JobOutput output) =>
        this.EmitSettled(response.Service!, ServiceGoal.Of(response.Service!), output);
}
