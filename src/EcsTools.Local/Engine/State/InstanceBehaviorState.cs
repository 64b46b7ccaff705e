using System.Text.Json.Serialization;
using EcsTools.Local.Behaviors;
using EcsTools.Model;

namespace EcsTools.Local.Engine.State;

/// <summary>Something that happens to container instances at its moment. A cut-off agent stays so until this is taken back.</summary>
internal sealed class InstanceBehaviorState : Timed
{
    public required InstanceBehavior Behavior { get; init; }

    [JsonIgnore]
    public BehaviorsState All { get; private set; } = null!;

    [JsonIgnore]
    public override string Title => $"{Behavior.Event} of container instance {Behavior.ContainerInstance}";

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    /// <summary>The registered instances that the behavior is about.</summary>
    [JsonIgnore]
    public IEnumerable<InstanceState> Matching =>
        from region in All.Engine.Regions.Values
        from cluster in region.Clusters.Values
        from instance in cluster.Registered
        where Wildcards.Match(Behavior.ContainerInstance, instance.Id)
            || Wildcards.Match(Behavior.ContainerInstance, instance.Resource.ContainerInstanceArn)
            || Wildcards.Match(Behavior.ContainerInstance, instance.Resource.Ec2InstanceId)
        select instance;

    public void Link(BehaviorsState all) => All = all;
}
