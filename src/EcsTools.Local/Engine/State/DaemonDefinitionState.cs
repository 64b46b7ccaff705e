using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>One revision of a daemon task definition. A deleted one becomes DELETED when no daemon runs from it any more.</summary>
internal sealed class DaemonDefinitionState : Timed
{
    private TaskDefinitionState? runnable;

    /// <summary>What DescribeDaemonTaskDefinition answers. Replaced when the revision's status changes.</summary>
    [Always("daemonTaskDefinitionArn", "family", "revision", "status", "containerDefinitions.name")]
    public required DaemonTaskDefinition Resource { get; set; }

    public List<Tag> Tags { get; set; } = [];

    [JsonIgnore]
    public bool IsBeingDeleted => Resource.Status == DaemonTaskDefinitionStatus.DeleteInProgress;

    [JsonIgnore]
    public override string Title => Resource.DaemonTaskDefinitionArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    /// <summary>The same as a task definition, for its tasks to run from.</summary>
    [JsonIgnore]
    public TaskDefinitionState Runnable => runnable ??= new() { Resource = AsTaskDefinition() };

    [JsonIgnore]
    public RegionState Region { get; private set; } = null!;

    public void Link(RegionState region) => Region = region;

    public void TransitionTo(string status)
    {
        Resource = Resource.Copy();
        Resource.Status = status;
    }

    private TaskDefinition AsTaskDefinition() => new()
    {
        TaskDefinitionArn = Resource.DaemonTaskDefinitionArn,
        Family = Resource.Family,
        Revision = Resource.Revision,
        Cpu = Resource.Cpu,
        Memory = Resource.Memory,
        NetworkMode = NetworkMode.Host,
        ContainerDefinitions = Resource.ContainerDefinitions!.ConvertAll(AsContainer),
    };

    // Linux settings are the only ones of another kind; nothing here looks at them.
    private static ContainerDefinition AsContainer(DaemonContainerDefinition container)
    {
        var others = container.Copy();
        others.LinuxParameters = null;
        return new ContainerDefinition().With(others);
    }
}
