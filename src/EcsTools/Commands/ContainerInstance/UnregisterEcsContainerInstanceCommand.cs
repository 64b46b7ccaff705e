using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Deregisters container instances from their cluster.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "EcsContainerInstance", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Model.ContainerInstance))]
[Operation(nameof(Operations.DeregisterContainerInstance), Targets = "containerInstance")]
public sealed partial class UnregisterEcsContainerInstanceCommand
    : EcsRemovalCommand<DeregisterContainerInstanceRequest, DeregisterContainerInstanceResponse>
{
    private protected override Operation<DeregisterContainerInstanceRequest, DeregisterContainerInstanceResponse> Operation =>
        Operations.DeregisterContainerInstance;

    private protected override string Subject(DeregisterContainerInstanceRequest request) =>
        Naming.Subject("container instance", request.ContainerInstance, request.Cluster);

    private protected override string Action(DeregisterContainerInstanceRequest request) =>
        request.Force == true ? "Deregister, and orphan its tasks" : "Deregister";

    private protected override ValueTask<object?> Removed(DeregisterContainerInstanceResponse response, JobOutput output) =>
        new(response.ContainerInstance!);
}
