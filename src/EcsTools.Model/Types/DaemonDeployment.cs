namespace EcsTools.Model;

public sealed partial class DaemonDeployment
{
    /// <summary>The id: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(DaemonDeploymentArn);

    /// <summary>The name of the daemon, which the ARN contains.</summary>
    public string? Daemon => EcsArn.OwnerIn(DaemonDeploymentArn);

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The instances that run the new revision.</summary>
    public int? Running => TargetDaemonRevision?.Running;

    /// <summary>The instances that run no daemon yet.</summary>
    public int? Without => TargetDaemonRevision?.Without;

    /// <summary>The instances that are being drained.</summary>
    public int? Draining => TargetDaemonRevision?.Draining;

    /// <summary>The deployment's id.</summary>
    public override string ToString() => EcsArn.IdOf(DaemonDeploymentArn ?? "");
}
