namespace EcsTools.Model;

public sealed partial class DaemonDeploymentRevisionDetail
{
    /// <summary>The id of the revision: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(Arn);

    /// <summary>The instances that run the revision.</summary>
    public int? Running => TotalRunningInstanceCount;

    /// <summary>The instances without the daemon.</summary>
    public int? Without => TotalWithoutDaemonInstanceCount;

    /// <summary>The instances that are being drained.</summary>
    public int? Draining => TotalDrainingInstanceCount;

    /// <summary>Which revision, and the instances that run it, are without it and drain: <c>1938472650193847265 5/1/1</c>.</summary>
    public override string ToString() =>
        $"{EcsArn.IdOf(Arn ?? "")} {TotalRunningInstanceCount ?? 0}/{TotalWithoutDaemonInstanceCount ?? 0}/{TotalDrainingInstanceCount ?? 0}";
}
