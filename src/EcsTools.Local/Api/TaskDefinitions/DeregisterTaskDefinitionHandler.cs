using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskDefinitions;

/// <summary>Sets a revision to INACTIVE; its tasks and services keep running.</summary>
internal sealed class DeregisterTaskDefinitionHandler()
    : Handler<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>(Operations.DeregisterTaskDefinition)
{
    protected override DeregisterTaskDefinitionResponse Handle(Call call, DeregisterTaskDefinitionRequest request)
    {
        var identifier = request.TaskDefinition ?? "";
        var name = Identifiers.IsArn(identifier) ? Identifiers.Resource(identifier) : identifier;
        if (!name.Contains(':')) throw EcsFault.Client("Revision is missing");
        var found = call.FindDefinition(identifier)
            ?? throw EcsFault.Client(DeleteTaskDefinitionsHandler.Missing);
        if (found.Resource.Status == TaskDefinitionStatus.DeleteInProgress)
            throw EcsFault.Client("The task definition could not be deregistered because it is in the process of being deleted.");

        // The first response doesn't contain the time yet.
        var first = found.Resource.Copy();
        first.Status = TaskDefinitionStatus.Inactive;
        if (found.Resource.Status == TaskDefinitionStatus.Active)
        {
            found.Resource = first.Copy();
            found.Resource.DeregisteredAt = call.Now.UtcDateTime;
        }

        return new() { TaskDefinition = first };
    }
}
