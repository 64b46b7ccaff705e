using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Starts the update of the ECS agent of container instances to the latest version.</summary>
[Cmdlet(VerbsData.Update, "EcsContainerAgent", SupportsShouldProcess = true), OutputType(typeof(Model.ContainerInstance))]
[Operation(nameof(Operations.UpdateContainerAgent), Targets = "containerInstance")]
[Waits("until the agent has been updated")]
[Calls(nameof(Operations.DescribeContainerInstances), With = "Wait")]
public sealed partial class UpdateEcsContainerAgentCommand
    : EcsOperationCommand<UpdateContainerAgentRequest, UpdateContainerAgentResponse>, IWaitParameters
{
    private protected override Operation<UpdateContainerAgentRequest, UpdateContainerAgentResponse> Operation =>
        Operations.UpdateContainerAgent;

    private protected override string Subject(UpdateContainerAgentRequest request) =>
        Naming.Subject("container instance", request.ContainerInstance, request.Cluster);

    private protected override string Action(UpdateContainerAgentRequest request) => "Update the ECS agent";

    private protected override Task Emit(UpdateContainerAgentRequest request, UpdateContainerAgentResponse response, JobOutput output) =>
        this.EmitSettled(response.ContainerInstance!, new AgentGoal(response.ContainerInstance!), output);
}
