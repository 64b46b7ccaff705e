using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>A capacity provider at work in a cluster: the instances that it is bringing, and those that it gives back.</summary>
internal sealed class CapacityState : Timed
{
    public required string Provider { get; init; }

    /// <summary>When each instance registers that was launched and has not yet.</summary>
    public List<DateTimeOffset> Launching { get; set; } = [];

    /// <summary>Until when instances warm up, so that none is given back.</summary>
    public DateTimeOffset? WarmUntil { get; set; }

    /// <summary>When instances are given back unless they are needed until then; null while all are needed.</summary>
    public DateTimeOffset? ScaleInAt { get; set; }

    /// <summary>The ids of the instances that go when their tasks have gone.</summary>
    public List<string> Leaving { get; set; } = [];

    [JsonIgnore]
    public ClusterState Cluster { get; private set; } = null!;

    [JsonIgnore]
    public override string Title => $"capacity provider {Provider} of cluster {Cluster.Name}";

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    /// <summary>The provider itself; null after it was deleted and removed.</summary>
    [JsonIgnore]
    public CapacityProvider? Resource => Cluster.Region.FindCapacityProvider(Provider);

    /// <summary>The tasks that wait for it to bring instances, the oldest first.</summary>
    [JsonIgnore]
    public IEnumerable<TaskState> Waiting => Cluster.Unplaced.Where(task => task.Resource.CapacityProviderName == Provider);

    /// <summary>Its instances that take tasks, the oldest first.</summary>
    [JsonIgnore]
    public List<InstanceState> Active => [.. Cluster.InstancesOf(Provider).Where(instance => instance.IsActive)];

    public void Link(ClusterState cluster) => Cluster = cluster;
}
