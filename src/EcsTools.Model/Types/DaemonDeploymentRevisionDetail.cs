namespace EcsTools.Model;

public sealed partial class DaemonDeploymentRevisionDetail
{
    /// <summary>Which revision, and the instances that run it, are without it and drain: <c>1938472650193847265 5/1/1</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(Arn ?? "")} {TotalRunningInstanceCount ?? 0}/{TotalWithoutDaemonInstanceCount ?? 0}/{TotalDrainingInstanceCount ?? 0}";
}
