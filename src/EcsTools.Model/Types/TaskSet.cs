namespace EcsTools.Model;

public sealed partial class TaskSet
{
    /// <summary>The task set's id.</summary>
    public override string ToString() => Id ?? "";
}
