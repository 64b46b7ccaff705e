namespace EcsTools.Model;

public sealed partial class ProtectedTask
{
    /// <summary>The id of the task: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(TaskArn);

    /// <summary>The name of the cluster, which the ARN contains.</summary>
    public string? Cluster => EcsArn.TryParse(TaskArn, out var arn) ? arn.Cluster : null;

    /// <summary>The task's id.</summary>
    public override string ToString() => EcsArn.IdOf(TaskArn ?? "");
}
