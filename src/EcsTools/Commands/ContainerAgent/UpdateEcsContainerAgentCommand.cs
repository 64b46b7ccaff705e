using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Begins to update the ECS agent of container instances to the latest version. Their tasks run on; AgentUpdateStatus says how far it has come.</summary>
[Cmdlet(VerbsData.Update, "EcsContainerAgent", SupportsShouldProcess = true), OutputType(typeof(Model.ContainerInstance))]
[Operation(nameof(Operations.UpdateContainerAgent), Targets = "containerInstance")]
public sealed partial class UpdateEcsContainerAgentCommand : EcsOperationCommand<UpdateContainerAgentRequest, UpdateContainerAgentResponse>
{
    private protected override Operation<UpdateContainerAgentRequest, UpdateContainerAgentResponse> Operation => Operations.UpdateContainerAgent;

    private protected override string Subject(UpdateContainerAgentRequest request) => Naming.Subject("container instance", request.ContainerInstance, request.Cluster);

    private protected override string Action(UpdateContainerAgentRequest request) => "Update the ECS agent";

    private protected override async Task Emit(UpdateContainerAgentRequest request, UpdateContainerAgentResponse response, JobOutput output) =>
        await output.Object(response.ContainerInstance!);
}
