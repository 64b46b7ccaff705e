namespace EcsTools.Model;

public sealed partial class TaskDefinition
{
    /// <summary>The tags. ECS sends them beside the task definition, and only when asked with -Include TAGS.</summary>
    public List<Tag>? Tags { get; set; }

    /// <summary>Family and revision: <c>web:3</c>.</summary>
    public override string ToString() => $"{Family}:{Revision}";
}
