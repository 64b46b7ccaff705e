using System.Text.Json.Serialization;
using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.Core;

namespace EcsTools.Local.Engine.State;

/// <summary>What the local ECS was told to do otherwise than usual, and how far it has come with that.</summary>
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

    /// <summary>Takes others instead. What is among them as it was before goes on where it was.</summary>
    public void Replace(EcsEngine engine, LocalBehaviors others)
    {
        var gone = Instances.Where(instance => !others.Instances.Contains(instance.Behavior)).ToList();
        var come = others.Instances.Where(behavior => !Instances.Exists(instance => instance.Behavior == behavior)).ToList();
        Instances.RemoveAll(gone.Contains);
        foreach (var instance in gone) instance.TakeBack(engine);
        foreach (var behavior in come) Begin(engine, new() { Behavior = behavior });
        Replace(Tasks, others.Tasks);
        Replace(Commands, others.Commands);
        Replace(Api, [.. others.Api.Select(behavior => Rule(engine, behavior))]);
    }

    private ApiBehaviorState Rule(EcsEngine engine, ApiBehavior behavior)
    {
        if (Api.Find(rule => rule.Behavior.SaysTheSameAs(behavior)) is not { } known)
            return new() { Behavior = behavior, Random = (ulong)engine.Random.Source().NextInt64() };
        known.Behavior = behavior;
        return known;
    }

    private void Begin(EcsEngine engine, InstanceBehaviorState instance)
    {
        Instances.Add(instance);
        instance.Link(this);
        engine.ScheduleOnly(instance, instance.Behavior.After ?? TimeSpan.Zero);
    }

    private static void Replace<T>(List<T> list, IReadOnlyList<T> others)
    {
        list.Clear();
        list.AddRange(others);
    }
}
