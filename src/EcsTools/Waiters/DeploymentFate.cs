using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The outcome of a deployment that did not complete: it failed, was rolled back, was stopped, or was superseded.</summary>
internal static class DeploymentFate
{
    /// <summary>The recommendation after a failed deployment.</summary>
    public const string Correct = "Correct the task definition, and then update the service again.";

    /// <summary>How far apart a deployment and the record of it may be made.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    /// <summary>The verdict on a deployment that failed, or is not the primary one any more.</summary>
    public static async Task<Verdict.Failed> Tell(Service service, Deployment deployment, Deployment primary, JobCalls calls)
    {
        var record = await Find(service, deployment, calls);
        string?[] reasons = [record?.StatusReason, record?.Rollback?.Reason, deployment.RolloutState == DeploymentRolloutState.Failed ? deployment.RolloutStateReason : null];
        var reason = reasons.FirstOrDefault(one => !string.IsNullOrEmpty(one));
        var next = primary.Id == deployment.Id ? null : EcsArn.IdOf(primary.TaskDefinition ?? "");
        if (IsTriggered(record) && IsRolledBack(record)) return RolledBack(reason, next);
        if (IsTriggered(record)) return Failed(reason);
        if (record?.StoppedAt is not null && (IsRolledBack(record) || primary.Id == deployment.Id)) return Stopped(reason, next);
        if (IsRolledBack(record)) return RolledBack(reason, next);
        return primary.Id == deployment.Id || deployment.RolloutState == DeploymentRolloutState.Failed ? Failed(reason) : Superseded(primary, reason);
    }

    /// <summary>The record of a deployment. Nothing links the two but the moment in which both were made.</summary>
    private static async Task<ServiceDeployment?> Find(Service service, Deployment deployment, JobCalls calls)
    {
        if (deployment.CreatedAt is not { } made) return null;
        try
        {
            var listed = await calls.All(Operations.ListServiceDeployments, new()
            {
                Cluster = service.ClusterArn,
                Service = service.ServiceArn,
                CreatedAt = new() { After = made - Apart, Before = made + Apart },
            });
            var nearest = listed.MinBy(d => ((d.CreatedAt ?? DateTime.MinValue) - made).Duration());
            if (nearest?.ServiceDeploymentArn is not { } arn) return null;
            return (await calls.Send(Operations.DescribeServiceDeployments, new() { ServiceDeploymentArns = [arn] })).ServiceDeployments?.FirstOrDefault();
        }
        catch (EcsException)
        {
            return null; // without the permission to read the service deployment, the service itself is used
        }
    }

    /// <summary>The deployment of a service that belongs to a service deployment; null if the service no longer has it.</summary>
    public static Deployment? DeploymentOf(ServiceDeployment record, Service service) =>
        service.Deployments?.Where(one => (one.CreatedAt - record.CreatedAt)?.Duration() < Apart).MinBy(one => (one.CreatedAt - record.CreatedAt)?.Duration());

    private static bool IsTriggered(ServiceDeployment? record) =>
        record?.DeploymentCircuitBreaker?.Status == ServiceDeploymentRollbackMonitorsStatus.Triggered || record?.Alarms?.Status == ServiceDeploymentRollbackMonitorsStatus.Triggered;

    private static bool IsRolledBack(ServiceDeployment? record) =>
        record?.Rollback is not null || record?.Status?.StartsWith("ROLLBACK", StringComparison.Ordinal) == true;

    private static Verdict.Failed Failed(string? reason) => new(
        "DeploymentFailed", "the deployment failed", $"{Correct} {ServiceDiagnosis.Advice}") { Reason = reason, IsCausedByTasks = true };

    private static Verdict.Failed RolledBack(string? reason, string? next) => new(
        "DeploymentRolledBack", $"the deployment was rolled back{(next is null ? "" : $" to {next}")}", $"{Correct} {ServiceDiagnosis.Advice}") { Reason = reason, IsCausedByTasks = true };

    private static Verdict.Failed Stopped(string? reason, string? next) => new(
        "DeploymentStopped",
        $"the deployment was stopped{(next is null ? "" : $" and rolled back to {next}")}",
        "Find out who stopped it: Get-EcsServiceDeployment shows the time. Then update the service again.") { Reason = reason };

    private static Verdict.Failed Superseded(Deployment primary, string? reason) => new(
        "DeploymentSuperseded",
        $"the deployment was superseded by that of {EcsArn.IdOf(primary.TaskDefinition ?? "")}",
        "The service was updated again during the wait. Wait for the new deployment with Wait-EcsService, or update the service again.") { Reason = reason };
}
