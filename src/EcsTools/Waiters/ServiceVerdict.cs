using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>What one look at a service says about a wait: go on, done, or failed and why.</summary>
internal sealed record ServiceVerdict(bool IsDone, string? ErrorId = null, string? Problem = null, string? Advice = null)
{
    private static readonly ServiceVerdict GoOn = new(IsDone: false);
    private static readonly ServiceVerdict Done = new(IsDone: true);

    public static ServiceVerdict Of(Service service, ServiceGoal goal) => goal.IsInactive ? OfInactive(service) : OfSettled(service, goal);

    private static ServiceVerdict OfInactive(Service service) => service.Status switch
    {
        "INACTIVE" => Done,
        "ACTIVE" => Failed("ServiceNotDeleted", "it is ACTIVE: nobody deleted it", "Delete it with Remove-EcsService."),
        _ => GoOn,
    };

    private static ServiceVerdict OfSettled(Service service, ServiceGoal goal)
    {
        if (service.Status != "ACTIVE") return Failed("ServiceDeleted", $"it is {service.Status}: it was deleted while it was waited for", "Look at who deleted it; New-EcsService makes it again.");
        var primary = ServiceGoal.Primary(service);
        if (primary is null) return OfCounts(service); // an external or CodeDeploy controller keeps its own deployments
        var mine = service.Deployments!.Find(d => d.Id == goal.DeploymentId);
        if (mine?.RolloutState == "FAILED") return Failed("DeploymentFailed", $"the deployment {mine.Id} failed: {mine.RolloutStateReason}", "Mend the task definition and update the service again; the events and stopped tasks say what went wrong.");
        if (primary.Id != goal.DeploymentId && primary.CreatedAt < goal.DeploymentCreatedAt) return GoOn; // what was written is not yet read
        if (primary.Id != goal.DeploymentId) return Failed("DeploymentSuperseded", $"the deployment {goal.DeploymentId} gave way to {primary.Id} ({EcsArn.IdOf(primary.TaskDefinition ?? "")}): {primary.RolloutStateReason}", "If nobody updated the service in between, it was rolled back: look at its events.");
        return primary.RolloutState is "COMPLETED" or null ? OfCounts(service) : GoOn;
    }

    private static ServiceVerdict OfCounts(Service service) =>
        service.RunningCount == service.DesiredCount && service.PendingCount is 0 or null && service.Deployments is not { Count: > 1 } ? Done : GoOn;

    private static ServiceVerdict Failed(string id, string problem, string advice) => new(IsDone: false, id, problem, advice);
}
