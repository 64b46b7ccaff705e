namespace EcsTools.Model;

public sealed partial class ServiceDeployment
{
    /// <summary>The id: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(ServiceDeploymentArn);

    /// <summary>The name of the service.</summary>
    public string? Service => EcsArn.NameIn(ServiceArn);

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The number of tasks of the new revision that are wanted.</summary>
    public int? Desired => TargetServiceRevision?.RequestedTaskCount;

    /// <summary>The number of its running tasks.</summary>
    public int? Running => TargetServiceRevision?.RunningTaskCount;

    /// <summary>The number of its tasks that are starting.</summary>
    public int? Pending => TargetServiceRevision?.PendingTaskCount;

    /// <summary>The stage of the deployment, and whether the deployment <c>waits at</c> it for a decision.</summary>
    public string? Stage =>
        LifecycleHookDetails?.Exists(hook => hook.Status == DeploymentLifecycleHookStatus.AwaitingAction) == true
            ? $"waits at {LifecycleStage}"
            : LifecycleStage;

    /// <summary>The deployment's id.</summary>
    public override string ToString() => EcsArn.IdOf(ServiceDeploymentArn ?? "");
}
