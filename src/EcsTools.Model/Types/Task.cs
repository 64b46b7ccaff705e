namespace EcsTools.Model;

public sealed partial class Task
{
    /// <summary>The task's id, which is the end of its ARN.</summary>
    public string Id => EcsArn.IdOf(TaskArn ?? "");

    /// <summary>The task's id.</summary>
    public override string ToString() => Id;
}
