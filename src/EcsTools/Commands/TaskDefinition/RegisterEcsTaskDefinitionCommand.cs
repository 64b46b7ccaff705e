using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Registers a new revision of a task definition.</summary>
[Cmdlet(VerbsLifecycle.Register, "EcsTaskDefinition", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters"), OutputType(typeof(Model.TaskDefinition))]
[Operation(nameof(Operations.RegisterTaskDefinition), Target = "family", TakesJson = true)]
public sealed partial class RegisterEcsTaskDefinitionCommand : EcsRegistrationCommand<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>
{
    /// <summary>The sources of requests whose rest ECS must be asked for: the tags of a revision, or all of one that is named.</summary>
    private readonly ConcurrentDictionary<RegisterTaskDefinitionRequest, TaskDefinitionSource> asked = new(ReferenceEqualityComparer.Instance);

    private protected override Operation<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse> Operation => Operations.RegisterTaskDefinition;

    private protected override string Wrapper => "taskDefinition";

    private protected override IStructure Described => new Model.TaskDefinition();

    private protected override bool TryComplete(RegisterTaskDefinitionRequest request, object definition)
    {
        if (TaskDefinitionSource.Of(this, definition) is not { } source) return false;
        if (source.AsksEcs) asked[request] = source;
        else Registration.Complete(request, source.Known!);
        return true;
    }

    private protected override bool LooksFirst(RegisterTaskDefinitionRequest request) => asked.ContainsKey(request);

    private protected override async Task<string> Look(RegisterTaskDefinitionRequest request, JobOutput output)
    {
        Registration.Complete(request, await asked[request].Read(new(this, output)));
        return Action(request);
    }

    private protected override string Subject(RegisterTaskDefinitionRequest request) => $"task definition {request.Family}";

    private protected override string Action(RegisterTaskDefinitionRequest request) =>
        $"Register a revision with {string.Join(", ", (request.ContainerDefinitions ?? []).Select(c => $"{c.Name} ({c.Image})"))}";

    private protected override async Task Emit(RegisterTaskDefinitionRequest request, RegisterTaskDefinitionResponse response, JobOutput output)
    {
        response.TaskDefinition!.Tags = response.Tags;
        await output.Object(response.TaskDefinition);
    }
}
