namespace EcsTools.Model;

public sealed partial class TaskDefinition
{
    /// <summary>The tags. ECS sends them beside the task definition, and only when asked with -Include TAGS.</summary>
    public List<Tag>? Tags { get; set; }
}
