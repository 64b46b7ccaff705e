namespace EcsTools.Model;

public sealed partial class DaemonRevisionDetail
{
    /// <summary>The id of the revision: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(Arn);

    /// <summary>The instances that run the revision.</summary>
    public int? Running => TotalRunningCount;

    /// <summary>The instances without the daemon.</summary>
    public int? Without => TotalWithoutDaemonCount;

    /// <summary>Which revision, and on how many instances it runs and does not: <c>1938472650193847265 5/1</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(Arn ?? "")} {TotalRunningCount ?? 0}/{TotalWithoutDaemonCount ?? 0}";
}
