using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to service deployments.</summary>
public static class DeploymentFormat
{
    /// <summary>The tasks of the revision that is rolled out, as <c>desired/running/pending</c>.</summary>
    public static string Tasks(ServiceDeployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return deployment.TargetServiceRevision is { } target ? Format.Counts(target.RequestedTaskCount, target.RunningTaskCount, target.PendingTaskCount) : "";
    }

    /// <summary>How far the deployment has come, and whether it <c>waits at</c> that stage for somebody to decide.</summary>
    public static string Stage(ServiceDeployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var waits = deployment.LifecycleHookDetails?.Exists(hook => hook.Status == DeploymentLifecycleHookStatus.AwaitingAction) == true;
        return waits ? Paint.Busy($"waits at {deployment.LifecycleStage}") : deployment.LifecycleStage ?? "";
    }
}
