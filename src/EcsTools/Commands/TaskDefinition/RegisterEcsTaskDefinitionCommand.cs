using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Registers a new revision of a task definition.</summary>
[Cmdlet(VerbsLifecycle.Register, "EcsTaskDefinition", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(Model.TaskDefinition))]
[Operation(nameof(Operations.RegisterTaskDefinition), Target = "family", TakesJson = true)]
public sealed partial class RegisterEcsTaskDefinitionCommand
    : EcsRegistrationCommand<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>
{
    /// <summary>
    /// The source of the next request, if ECS must be asked for the rest: the tags of a revision, or all of one that is named.
    /// </summary>
    private TaskDefinitionSource? asked;

    private protected override Operation<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse> Operation =>
        Operations.RegisterTaskDefinition;

    private protected override string Wrapper => "taskDefinition";

    private protected override IStructure Described => new Model.TaskDefinition();

    private protected override bool TryComplete(RegisterTaskDefinitionRequest request, object definition)
    {
        if (TaskDefinitionSource.Of(this, definition) is not { } source) return false;
        if (source.AsksEcs) asked = source;
        else Registration.Complete(request, source.Known!);
        return true;
    }

    private protected override string Subject(RegisterTaskDefinitionRequest request) => $"task definition {request.Family}";

    private protected override string Action(RegisterTaskDefinitionRequest request) =>
        $"Register a revision with {string.Join(", ", (request.ContainerDefinitions ?? []).Select(c => $"{c.Name} ({c.Image})"))}";

    private protected override async Task Emit(
        RegisterTaskDefinitionRequest request, RegisterTaskDefinitionResponse response, JobOutput output)
    {
        response.TaskDefinition!.Tags = response.Tags;
        await output.Object(response.TaskDefinition);
    }

    private protected override PendingRequest NewPending(RegisterTaskDefinitionRequest request)
    {
        var source = asked;
        asked = null;
        return source is null ? base.NewPending(request) : new PendingCopy(this, request, source);
    }

    /// <summary>A registration of what ECS must be asked for.</summary>
    private sealed class PendingCopy(
        RegisterEcsTaskDefinitionCommand command,
        RegisterTaskDefinitionRequest request,
        TaskDefinitionSource source) : PendingRequest(command, request)
    {
        public override bool RequiresLookup => true;

        protected override async Task<string> LookUp(JobOutput output)
        {
            Registration.Complete(Request, await source.Read(output.Calls));
            return await base.LookUp(output);
        }
    }
}
