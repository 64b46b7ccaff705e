using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Makes revisions INACTIVE: what runs goes on, nothing new starts from them.</summary>
[Cmdlet(VerbsLifecycle.Unregister, "EcsTaskDefinition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High), OutputType(typeof(Model.TaskDefinition))]
[Operation(nameof(Operations.DeregisterTaskDefinition), Targets = "taskDefinition")]
public sealed partial class UnregisterEcsTaskDefinitionCommand : EcsRemovalCommand<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>
{
    private protected override Operation<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse> Operation => Operations.DeregisterTaskDefinition;

    private protected override string Subject(DeregisterTaskDefinitionRequest request) => $"task definition {EcsArn.IdOf(request.TaskDefinition!)}";

    private protected override string Action(DeregisterTaskDefinitionRequest request) => "Make INACTIVE";

    private protected override ValueTask<object?> Removed(DeregisterTaskDefinitionResponse response, JobOutput output) => new(response.TaskDefinition!);
}
