namespace EcsTools.Model;

public sealed partial class DaemonRevisionDetail
{
    /// <summary>Which revision, and on how many instances it runs and does not: <c>1938472650193847265 5/1</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(Arn ?? "")} {TotalRunningCount ?? 0}/{TotalWithoutDaemonCount ?? 0}";
}
