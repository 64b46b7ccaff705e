namespace EcsTools.Model;

public sealed partial class DaemonDeployment
{
    /// <summary>The deployment's id.</summary>
    public override string ToString() => EcsArn.IdOf(DaemonDeploymentArn ?? "");
}
