using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.TaskDefinitions;

namespace EcsTools.Local.Api.TaskDefinitions;

/// <summary>Validates and registers a revision as ECS does, and fills in the members that ECS fills in.</summary>
internal sealed class RegisterTaskDefinitionHandler()
    : Handler<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>(Operations.RegisterTaskDefinition)
{
    protected override RegisterTaskDefinitionResponse Handle(Call call, RegisterTaskDefinitionRequest request)
    {
        Check.Rules(TaskDefinitionRules.All, new Definition(request));
        var definition = FilledIn.Whole(request);

        var families = call.Region.Families;
        if (!families.TryGetValue(definition.Family!, out var family)) families.Add(definition.Family!, family = new FamilyState());
        definition.Revision = ++family.LastRevision;
        definition.TaskDefinitionArn = call.Region.Arn($"task-definition/{definition.Family}:{definition.Revision}");
        definition.Status = TaskDefinitionStatus.Active;
        definition.RegisteredAt = call.Now.UtcDateTime;
        definition.RegisteredBy = call.Region.Root;
        var state = new TaskDefinitionState { Resource = definition, Tags = request.Tags ?? [] };
        state.Link(call.Region, family);
        family.Revisions.Add(definition.Revision.Value, state);
        return new() { TaskDefinition = definition, Tags = request.Tags };
    }
}
