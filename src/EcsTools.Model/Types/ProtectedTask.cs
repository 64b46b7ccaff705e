namespace EcsTools.Model;

public sealed partial class ProtectedTask
{
    /// <summary>The task's id.</summary>
    public override string ToString() => EcsArn.IdOf(TaskArn ?? "");
}
