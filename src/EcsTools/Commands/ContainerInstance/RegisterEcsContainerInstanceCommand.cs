using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Registers a container instance, as the ECS agent does when it starts.</summary>
[Cmdlet(VerbsLifecycle.Register, "EcsContainerInstance", SupportsShouldProcess = true), OutputType(typeof(Model.ContainerInstance))]
[Operation(nameof(Operations.RegisterContainerInstance))]
public sealed partial class RegisterEcsContainerInstanceCommand
    : EcsOperationCommand<RegisterContainerInstanceRequest, RegisterContainerInstanceResponse>
{
    private protected override Operation<RegisterContainerInstanceRequest, RegisterContainerInstanceResponse> Operation =>
        Operations.RegisterContainerInstance;

    private protected override string Subject(RegisterContainerInstanceRequest request) =>
        $"cluster {EcsArn.IdOf(request.Cluster ?? "default")}";

    private protected override string Action(RegisterContainerInstanceRequest request) => "Register a container instance";

    private protected override async Task Emit(
        RegisterContainerInstanceRequest request, RegisterContainerInstanceResponse response, JobOutput output) =>
        await output.Object(response.ContainerInstance!);
}
