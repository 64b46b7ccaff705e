using System.Globalization;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskDefinitions;

/// <summary>Deletes INACTIVE revisions, which can be described for some time.</summary>
internal sealed class DeleteTaskDefinitionsHandler()
    : Handler<DeleteTaskDefinitionsRequest, DeleteTaskDefinitionsResponse>(Operations.DeleteTaskDefinitions)
{
    /// <summary>The error of ECS for a change of a revision that doesn't exist.</summary>
    public const string Missing = "The specified task definition does not exist. Specify a valid account, family, revision and try again.";

    private const int Max = 10;

    protected override DeleteTaskDefinitionsResponse Handle(Call call, DeleteTaskDefinitionsRequest request)
    {
        Check.Ids(request.TaskDefinitions, "Task definitions", "taskDefinitions", Max);
        var answer = new DeleteTaskDefinitionsResponse { TaskDefinitions = [], Failures = [] };
        foreach (var identifier in request.TaskDefinitions!)
        {
            var found = IsOfOneRevision(identifier) ? call.FindDefinition(identifier) : null;
            if (Refusal(identifier, found) is { } reason) answer.Failures.Add(new() { Arn = identifier, Reason = reason });
            else answer.TaskDefinitions.Add(Delete(call, found!));
        }

        return answer;
    }

    private static string? Refusal(string identifier, TaskDefinitionState? found) => found?.Resource.Status switch
    {
        _ when !IsOfOneRevision(identifier) =>
            "The specified task definition identifier is invalid. Specify a valid name or ARN and try again.",
        null => Missing,
        TaskDefinitionStatus.Active =>
            "The specified task definition is still in ACTIVE status. Please deregister the target and try again.",
        _ => null,
    };

    private static TaskDefinition Delete(Call call, TaskDefinitionState definition)
    {
        if (definition.Resource.Status == TaskDefinitionStatus.DeleteInProgress) return definition.Resource;
        definition.Resource = definition.Resource.Copy();
        definition.Resource.Status = TaskDefinitionStatus.DeleteInProgress;
        definition.Resource.DeleteRequestedAt = call.Now.UtcDateTime;
        call.Engine.ScheduleOnly(definition, Retention.DeletedTaskDefinition);
        return definition.Resource;
    }

    private static bool IsOfOneRevision(string identifier) =>
        (Identifiers.IsArn(identifier) ? Identifiers.Resource(identifier) : identifier) is var name
        && name.LastIndexOf(':') is var colon and > 0
        && int.TryParse(name[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
