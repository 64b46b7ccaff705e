namespace EcsTools.Model;

public sealed partial class ServiceRevisionSummary
{
    /// <summary>The id of the revision: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(Arn);

    /// <summary>The number of tasks that are wanted.</summary>
    public int? Desired => RequestedTaskCount;

    /// <summary>The number of running tasks.</summary>
    public int? Running => RunningTaskCount;

    /// <summary>The number of tasks that are starting.</summary>
    public int? Pending => PendingTaskCount;

    /// <summary>The share of production traffic, in percent.</summary>
    public double? Traffic => RequestedProductionTrafficWeight;

    /// <summary>The share of test traffic, in percent.</summary>
    public double? TestTraffic => RequestedTestTrafficWeight;

    /// <summary>Which revision, and how many of its tasks run: <c>1938472650193847265 1/2</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(Arn ?? "")} {RunningTaskCount ?? 0}/{RequestedTaskCount ?? 0}";
}
