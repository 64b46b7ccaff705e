namespace EcsTools.Model;

public sealed partial class DaemonDeploymentCapacityProvider
{
    /// <summary>The capacity provider, and its instances with the revision, without it and draining: <c>fleet 5/1/1</c>.</summary>
    public override string ToString() =>
        $"{EcsArn.IdOf(Arn ?? "")} {RunningInstanceCount ?? 0}/{WithoutDaemonInstanceCount ?? 0}/{DrainingInstanceCount ?? 0}";
}
