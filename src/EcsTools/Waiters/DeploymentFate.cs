using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>What became of a deployment that did not complete: it failed, was rolled back, was stopped, or gave way to another.</summary>
internal static class DeploymentFate
{
    /// <summary>How far apart a deployment and the record of it may be made.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    /// <summary>The verdict on a deployment that failed, or is not the primary one any more.</summary>
    public static async Task<Verdict.Failed> Tell(Service service, Deployment deployment, Deployment primary, Calls calls)
    {
        var record = await Find(service, deployment, calls);
        var reason = Because(record?.StatusReason, record?.Rollback?.Reason, deployment.RolloutState == DeploymentRolloutState.Failed ? deployment.RolloutStateReason : null);
        var next = primary.Id == deployment.Id ? "" : $"; {EcsArn.IdOf(primary.TaskDefinition ?? "")} follows by {primary.Id}";
        if (IsTriggered(record) && IsRolledBack(record)) return RolledBack(deployment, reason, next);
        if (IsTriggered(record)) return Failed(deployment, reason);
        if (record?.StoppedAt is not null && (IsRolledBack(record) || primary.Id == deployment.Id)) return Stopped(deployment, reason, next);
        if (IsRolledBack(record)) return RolledBack(deployment, reason, next);
        return primary.Id == deployment.Id || deployment.RolloutState == DeploymentRolloutState.Failed ? Failed(deployment, reason) : Superseded(deployment, primary, reason);
    }

    /// <summary>The record of a deployment. Nothing links the two but the moment in which both were made.</summary>
    private static async Task<ServiceDeployment?> Find(Service service, Deployment deployment, Calls calls)
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
            return null; // who may not read the record is told what the service itself says
        }
    }

    /// <summary>The deployment of a service that a record tells of; null when the service has it no more.</summary>
    public static Deployment? DeploymentOf(ServiceDeployment record, Service service) =>
        service.Deployments?.Where(one => (one.CreatedAt - record.CreatedAt)?.Duration() < Apart).MinBy(one => (one.CreatedAt - record.CreatedAt)?.Duration());

    private static bool IsTriggered(ServiceDeployment? record) =>
        record?.DeploymentCircuitBreaker?.Status == ServiceDeploymentRollbackMonitorsStatus.Triggered || record?.Alarms?.Status == ServiceDeploymentRollbackMonitorsStatus.Triggered;

    private static bool IsRolledBack(ServiceDeployment? record) =>
        record?.Rollback is not null || record?.Status?.StartsWith("ROLLBACK", StringComparison.Ordinal) == true;

    private static string Because(params string?[] reasons) => reasons.FirstOrDefault(reason => !string.IsNullOrEmpty(reason)) is { } first ? $": {first.TrimEnd('.')}" : "";

    private static Verdict.Failed Failed(Deployment deployment, string reason) => new(
        "DeploymentFailed", $"the deployment {deployment.Id} failed{reason}", "Mend the task definition and update the service again; the events and stopped tasks say what went wrong.");

    private static Verdict.Failed RolledBack(Deployment deployment, string reason, string next) => new(
        "DeploymentRolledBack", $"the deployment {deployment.Id} was rolled back{reason}{next}", "The service goes back to what it ran before. The events and stopped tasks say what went wrong: mend it and update the service again.");

    private static Verdict.Failed Stopped(Deployment deployment, string reason, string next) => new(
        "DeploymentStopped", $"somebody stopped the deployment {deployment.Id}{reason}{next}", "Ask who stopped it; Get-EcsServiceDeployment shows when. Update the service again when it may go on.");

    private static Verdict.Failed Superseded(Deployment deployment, Deployment primary, string reason) => new(
        "DeploymentSuperseded",
        $"the deployment {deployment.Id} gave way to {primary.Id} ({EcsArn.IdOf(primary.TaskDefinition ?? "")}){reason}",
        "Somebody updated the service in between: wait for theirs with Wait-EcsService, or update the service again.");
}
