using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Stops the tasks of a daemon, instance by instance, and deletes it.</summary>
internal sealed class DeleteDaemonHandler() : Handler<DeleteDaemonRequest, DeleteDaemonResponse>(Operations.DeleteDaemon)
{
    protected override DeleteDaemonResponse Handle(Call call, DeleteDaemonRequest request)
    {
        var daemon = call.ActiveDaemon(request.DaemonArn);
        daemon.Resource.Status = DaemonStatus.DeleteInProgress;
        DaemonChanges.Deploy(call, daemon, revision: null);
        return new()
        {
            DaemonArn = daemon.Resource.DaemonArn,
            Status = daemon.Resource.Status,
            CreatedAt = daemon.Resource.CreatedAt,
            UpdatedAt = daemon.Resource.UpdatedAt,
            DeploymentArn = daemon.Resource.DeploymentArn,
        };
    }
}
