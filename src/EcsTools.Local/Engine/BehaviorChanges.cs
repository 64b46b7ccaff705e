using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Instances;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine;

/// <summary>Replaces the behaviors that are set.</summary>
internal static class BehaviorChanges
{
    /// <summary>Changes the behaviors, in one step with reading them. A behavior that is unchanged keeps its progress.</summary>
    public static void ChangeBehaviors(this EcsEngine engine, Func<LocalBehaviors, LocalBehaviors> change) => engine.Run(state =>
    {
        Replace(engine, state.Behaviors, change(state.Behaviors.Describe()));
        engine.CatchUp(); // what is due at once has happened for the next reader
        return true;
    });

    private static void Replace(EcsEngine engine, BehaviorsState state, LocalBehaviors behaviors)
    {
        var removed = state.Instances.Where(instance => !behaviors.Instances.Contains(instance.Behavior)).ToList();
        var added = behaviors.Instances.Where(behavior => !state.Instances.Exists(instance => instance.Behavior == behavior)).ToList();
        state.Instances.RemoveAll(removed.Contains);
        foreach (var instance in removed) InstanceEvents.Revoke(engine, instance);
        foreach (var behavior in added) Begin(engine, state, new() { Behavior = behavior });
        Replace(state.Tasks, behaviors.Tasks);
        Replace(state.Commands, behaviors.Commands);
        Replace(state.Api, [.. behaviors.Api.Select(behavior => Rule(engine, state, behavior))]);
    }

    private static ApiBehaviorState Rule(EcsEngine engine, BehaviorsState state, ApiBehavior behavior)
    {
        if (state.Api.Find(rule => rule.Behavior.IsSameRuleAs(behavior)) is not { } known)
            return new() { Behavior = behavior, Random = (ulong)engine.Random.Source().NextInt64() };
        known.Behavior = behavior;
        return known;
    }

    private static void Begin(EcsEngine engine, BehaviorsState state, InstanceBehaviorState instance)
    {
        state.Instances.Add(instance);
        instance.Link(state);
        engine.ScheduleOnly(instance, instance.Behavior.After ?? TimeSpan.Zero);
    }

    private static void Replace<T>(List<T> list, IReadOnlyList<T> others)
    {
        list.Clear();
        list.AddRange(others);
    }
}
