using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The outcome of a deployment that did not complete: it failed, was rolled back, was stopped, or was superseded.</summary>
internal static class DeploymentOutcome
{
    /// <summary>The recommendation after a failed deployment.</summary>
    public const string Correct = "Correct the task definition, and then update the service again.";

    /// <summary>The most time between the creation of a deployment and of its service deployment.</summary>
    private static readonly TimeSpan MaxCreationDifference = TimeSpan.FromSeconds(30);

    /// <summary>The outcome of a deployment that failed or is no longer the primary one.</summary>
    public static async Task<WaitResult.Failed> Of(Service service, Deployment deployment, Deployment primary, JobCalls calls)
    {
        var serviceDeployment = await Find(service, deployment, calls);
        string?[] reasons = [
            serviceDeployment?.StatusReason, serviceDeployment?.Rollback?.Reason,
            deployment.RolloutState == DeploymentRolloutState.Failed ? deployment.RolloutStateReason : null,
        ];
        var reason = reasons.FirstOrDefault(one => !string.IsNullOrEmpty(one));
        var next = primary.Id == deployment.Id ? null : EcsArn.IdOf(primary.TaskDefinition ?? "");
        if (IsTriggered(serviceDeployment) && IsRolledBack(serviceDeployment)) return RolledBack(reason, next);
        if (IsTriggered(serviceDeployment)) return Failed(reason);
        if (serviceDeployment?.StoppedAt is not null && (IsRolledBack(serviceDeployment) || primary.Id == deployment.Id))
            return Stopped(reason, next);
        if (IsRolledBack(serviceDeployment)) return RolledBack(reason, next);
        return primary.Id == deployment.Id || deployment.RolloutState == DeploymentRolloutState.Failed
            ? Failed(reason)
            : Superseded(primary, reason);
    }

    /// <summary>The service deployment of a deployment. Only the times of their creation link the two.</summary>
    private static async Task<ServiceDeployment?> Find(Service service, Deployment deployment, JobCalls calls)
    {
        if (deployment.CreatedAt is not { } made) return null;
        try
        {
            var listed = await calls.All(Operations.ListServiceDeployments, new()
            {
                Cluster = service.ClusterArn,
                Service = service.ServiceArn,
                CreatedAt = new() { After = made - MaxCreationDifference, Before = made + MaxCreationDifference },
            });
            var nearest = listed.MinBy(d => ((d.CreatedAt ?? DateTime.MinValue) - made).Duration());
            if (nearest?.ServiceDeploymentArn is not { } arn) return null;
            return (await calls.Send(
                Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [arn] })).ServiceDeployments?.FirstOrDefault();
        }
        catch (EcsException)
        {
            return null; // without the permission to read the service deployment, the service itself is used
        }
    }

    /// <summary>The deployment of a service that belongs to a service deployment; null if the service no longer has it.</summary>
    public static Deployment? DeploymentOf(ServiceDeployment serviceDeployment, Service service) =>
        service.Deployments?.Where(one =>
            (one.CreatedAt - serviceDeployment.CreatedAt)?.Duration() < MaxCreationDifference).MinBy(one =>
                (one.CreatedAt - serviceDeployment.CreatedAt)?.Duration());

    private static bool IsTriggered(ServiceDeployment? serviceDeployment) =>
        serviceDeployment?.DeploymentCircuitBreaker?.Status == ServiceDeploymentRollbackMonitorsStatus.Triggered
            || serviceDeployment?.Alarms?.Status == ServiceDeploymentRollbackMonitorsStatus.Triggered;

    private static bool IsRolledBack(ServiceDeployment? serviceDeployment) =>
        serviceDeployment?.Rollback is not null || serviceDeployment?.Status?.StartsWith("ROLLBACK", StringComparison.Ordinal) == true;

    private static WaitResult.Failed Failed(string? reason) => new(
        "DeploymentFailed", "the deployment failed", $"{Correct} {ServiceDiagnosis.Advice}") { Reason = reason, IsCausedByTasks = true };

    private static WaitResult.Failed RolledBack(string? reason, string? next) => new(
        "DeploymentRolledBack",
        $"the deployment was rolled back{(next is null ? "" : $" to {next}")}",
        $"{Correct} {ServiceDiagnosis.Advice}") { Reason = reason, IsCausedByTasks = true };

    private static WaitResult.Failed Stopped(string? reason, string? next) => new(
        "DeploymentStopped",
        $"the deployment was stopped{(next is null ? "" : $" and rolled back to {next}")}",
        "Find out who stopped it: Get-EcsServiceDeployment shows the time. Then update the service again.") { Reason = reason };

    private static WaitResult.Failed Superseded(Deployment primary, string? reason) => new(
        "DeploymentSuperseded",
        $"the deployment was superseded by that of {EcsArn.IdOf(primary.TaskDefinition ?? "")}",
        "The service was updated again during the wait. Wait for the new deployment with Wait-EcsService, or update the service again.") { Reason = reason };
}
