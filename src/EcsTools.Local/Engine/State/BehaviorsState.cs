using System.Text.Json.Serialization;
using EcsTools.Local.Behaviors;

namespace EcsTools.Local.Engine.State;

/// <summary>The configured behaviors of the local ECS, and their progress.</summary>
internal sealed class BehaviorsState
{
    public List<TaskBehavior> Tasks { get; init; } = [];

    public List<InstanceBehaviorState> Instances { get; init; } = [];

    public List<ApiBehaviorState> Api { get; init; } = [];

    public List<CommandBehavior> Commands { get; init; } = [];

    [JsonIgnore]
    public EngineState Engine { get; private set; } = null!;

    /// <summary>Finds the instances that the behaviors are about.</summary>
    public void Link(EngineState engine)
    {
        Engine = engine;
        foreach (var instance in Instances) instance.Link(this);
    }

    public LocalBehaviors Describe() => new()
    {
        Tasks = [.. Tasks],
        Instances = Instances.ConvertAll(instance => instance.Behavior),
        Api = Api.ConvertAll(rule => rule.Behavior),
        Commands = [.. Commands],
    };
}
