using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>One revision of a task definition.</summary>
internal sealed class TaskDefinitionState
{
    /// <summary>What DescribeTaskDefinition answers. Replaced when the revision's status changes.</summary>
    public required TaskDefinition Resource { get; set; }

    public List<Tag> Tags { get; set; } = [];
}
