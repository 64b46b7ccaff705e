using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.DaemonTaskDefinitions;

/// <summary>Deletes a revision when no daemon uses it.</summary>
internal sealed class DeleteDaemonTaskDefinitionHandler()
    : Handler<DeleteDaemonTaskDefinitionRequest, DeleteDaemonTaskDefinitionResponse>(Operations.DeleteDaemonTaskDefinition)
{
    protected override DeleteDaemonTaskDefinitionResponse Handle(Call call, DeleteDaemonTaskDefinitionRequest request)
    {
        var identifier = request.DaemonTaskDefinition ?? "";
        var name = Identifiers.IsArn(identifier) ? Identifiers.Resource(identifier) : identifier;
        if (!name.Contains(':')) throw EcsFault.InvalidParameter("Revision is missing.");
        var found = call.FindDaemonDefinition(identifier) ?? throw EcsFault.Client("The specified daemon task definition does not exist.");
        if (found.Resource.Status != DaemonTaskDefinitionStatus.Active)
            throw EcsFault.Client("The specified daemon task definition is not in ACTIVE status and can not be deleted.");

        found.TransitionTo(DaemonTaskDefinitionStatus.DeleteInProgress);
        found.Resource.DeleteRequestedAt = call.Now.UtcDateTime;
        call.Engine.ScheduleOnly(found, call.Engine.Timing.DaemonDefinitionDeletion);
        return new() { DaemonTaskDefinitionArn = found.Resource.DaemonTaskDefinitionArn };
    }
}
