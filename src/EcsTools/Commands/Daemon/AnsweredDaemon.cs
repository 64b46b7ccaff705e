using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Daemons as ECS answers what changes them: without their revisions.</summary>
internal static class AnsweredDaemon
{
    public static DaemonDetail From(CreateDaemonResponse response) =>
        From(response.DaemonArn!, response.Status, response.DeploymentArn, response.CreatedAt, null);

    public static DaemonDetail From(UpdateDaemonResponse response) =>
        From(response.DaemonArn!, response.Status, response.DeploymentArn, response.CreatedAt, response.UpdatedAt);

    public static DaemonDetail From(DeleteDaemonResponse response) =>
        From(response.DaemonArn!, response.Status, response.DeploymentArn, response.CreatedAt, response.UpdatedAt);

    /// <summary>Emits the daemon as it is described; with -Wait when its deployment has succeeded.</summary>
    public static async Task EmitDeployed(this IWaitParameters command, DaemonDetail answered, JobOutput output)
    {
        if (command.Wait && await command.WaitFor(DaemonGoals.Deployment(answered.DeploymentArn!), output) is null) return;
        await output.Object(await DaemonGoals.Active(answered.DaemonArn!).Shown(answered, output.Calls));
    }

    private static DaemonDetail From(string arn, string? status, string? deployment, DateTime? createdAt, DateTime? updatedAt) => new()
    {
        DaemonArn = arn,
        ClusterArn = EcsArn.TryParse(arn, out var parts) ? parts.ClusterArn : null,
        Status = status,
        DeploymentArn = deployment,
        CreatedAt = createdAt,
        UpdatedAt = updatedAt,
    };
}
