namespace EcsTools.Model;

public sealed partial class ServiceRevisionSummary
{
    /// <summary>Which revision, and how many of its tasks run: <c>1938472650193847265 1/2</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(Arn ?? "")} {RunningTaskCount ?? 0}/{RequestedTaskCount ?? 0}";
}
