using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.Instances;

/// <summary>The events that behaviors cause on container instances.</summary>
internal static class InstanceEvents
{
    /// <summary>The event happens.</summary>
    public static void Occur(EcsEngine engine, InstanceBehaviorState state)
    {
        var isEnd = state.Behavior.Event == InstanceBehavior.Terminated;
        if (isEnd) state.All.Instances.Remove(state);
        foreach (var instance in state.Matching.ToList())
        {
            if (isEnd) InstanceLifecycle.Terminate(engine, instance);
            else InstanceLifecycle.Disconnect(instance);
        }
    }

    /// <summary>The behavior was removed: agents connect again.</summary>
    public static void Revoke(EcsEngine engine, InstanceBehaviorState state)
    {
        state.DueAt = null;
        foreach (var instance in state.Matching.Where(instance => instance.IsDisconnected).ToList())
            InstanceLifecycle.Reconnect(engine, instance);
    }
}
