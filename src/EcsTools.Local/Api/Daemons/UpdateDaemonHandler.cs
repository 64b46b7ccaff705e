using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Creates a revision of a daemon and deploys it.</summary>
internal sealed class UpdateDaemonHandler() : Handler<UpdateDaemonRequest, UpdateDaemonResponse>(Operations.UpdateDaemon)
{
    protected override UpdateDaemonResponse Handle(Call call, UpdateDaemonRequest request)
    {
        var daemon = call.ActiveDaemon(request.DaemonArn);
        Check.OneOf(request.PropagateTags, "propagateTags", [.. DaemonPropagateTags.Values]);
        DaemonRules.Configuration(request.DeploymentConfiguration);
        var providers = DaemonRules.CapacityProviders(call, daemon.Cluster, request.CapacityProviderArns);
        var definition = DaemonRules.Definition(call, request.DaemonTaskDefinitionArn);

        var current = daemon.Revisions[^1];
        daemon.CapacityProviderArns = providers;
        daemon.Configuration = request.DeploymentConfiguration ?? daemon.Configuration;
        DaemonChanges.Deploy(call, daemon, DaemonChanges.Revise(call, daemon, definition, new()
        {
            PropagateTags = request.PropagateTags ?? current.PropagateTags,
            EnableECSManagedTags = request.EnableECSManagedTags ?? current.EnableECSManagedTags,
            EnableExecuteCommand = request.EnableExecuteCommand ?? current.EnableExecuteCommand,
            Critical = request.Critical ?? current.Critical,
        }));
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
