using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Registers a new revision of a task definition.</summary>
[Cmdlet(VerbsLifecycle.Register, "EcsTaskDefinition", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters"), OutputType(typeof(Model.TaskDefinition))]
[Operation(nameof(Operations.RegisterTaskDefinition), Target = "family", TakesJson = true)]
public sealed partial class RegisterEcsTaskDefinitionCommand : EcsOperationCommand<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>
{
    /// <summary>A file, or JSON, as <c>aws ecs register-task-definition --cli-input-json</c> takes it; what describe-task-definition printed works too.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "CliInputJson", ValueFromPipelineByPropertyName = true, HelpMessage = "A file, or JSON, as the AWS CLI's --cli-input-json takes it. Other parameters given beside it win.")]
    [Alias("Path", "FullName", "PSPath")]
    public string? CliInputJson { get; set; }

    private protected override Operation<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse> Operation => Operations.RegisterTaskDefinition;

    /// <summary>A task definition that is piped in is registered again, as it is.</summary>
    private protected override string? Describes => "TaskDefinition";

    private protected override bool Complete(RegisterTaskDefinitionRequest request) =>
        CliInputJson is null || RequestFile.TryComplete(this, request, CliInputJson, "taskDefinition", new Model.TaskDefinition());

    private protected override string Subject(RegisterTaskDefinitionRequest request) => $"task definition {request.Family}";

    private protected override string Action(RegisterTaskDefinitionRequest request) =>
        $"Register a revision with {string.Join(", ", (request.ContainerDefinitions ?? []).Select(c => $"{c.Name} ({c.Image})"))}";

    private protected override async Task Emit(RegisterTaskDefinitionRequest request, RegisterTaskDefinitionResponse response, JobOutput output)
    {
        response.TaskDefinition!.Tags = response.Tags;
        await output.Object(response.TaskDefinition);
    }
}
