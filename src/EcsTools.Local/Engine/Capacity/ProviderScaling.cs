using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Instances;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;
using EcsTools.Scheduling.Capacity;

namespace EcsTools.Local.Engine.Capacity;

/// <summary>
/// Managed scaling: brings instances for the tasks that wait for a capacity provider, and gives back those that none needs.
/// </summary>
internal static class ProviderScaling
{
    public static void Continue(EcsEngine engine, CapacityState capacity)
    {
        Register(engine, capacity);
        foreach (var task in capacity.Waiting.ToList()) ProviderPlacement.TryPlace(engine, task);
        Release(engine, capacity);
        if (ScalingRules.Of(engine, capacity) is { } rules) Scale(engine, capacity, rules);
        else capacity.ScaleInAt = null;
        foreach (var ready in capacity.Launching.Take(1)) engine.Schedule(capacity, ready);
        if (capacity.ScaleInAt is { } at) engine.Schedule(capacity, at);
    }

    /// <summary>The instances that were launched a while ago join the cluster.</summary>
    private static void Register(EcsEngine engine, CapacityState capacity)
    {
        var ready = capacity.Launching.Count(moment => moment <= engine.Now);
        capacity.Launching = capacity.Launching[ready..];
        for (var i = 0; i < ready; i++) SimulatedInstance.Of(capacity).Register(engine);
    }

    private static void Scale(EcsEngine engine, CapacityState capacity, ScalingRules rules)
    {
        var active = capacity.Active;
        var waiting = SimulatedInstance.Of(capacity).Needed();

        // An empty instance that wasn't used for a waiting task doesn't fit any of them.
        var needed = waiting > 0 ? active.Count + waiting : active.Count(instance => !instance.IsEmpty);
        var change = CapacityScaling.Change(rules.Settings, needed, active.Count + capacity.Launching.Count);
        if (change > 0) Launch(engine, capacity, rules, change);
        if (change >= 0) capacity.ScaleInAt = null;
        else ScaleIn(engine, capacity, rules, -change);
    }

    private static void Launch(EcsEngine engine, CapacityState capacity, ScalingRules rules, int count)
    {
        var ready = engine.Now + engine.Timing.InstanceLaunch;
        capacity.Launching = [.. capacity.Launching, .. Enumerable.Repeat(ready, count)];
        capacity.WarmUntil = ready + rules.Warmup;
    }

    private static void ScaleIn(EcsEngine engine, CapacityState capacity, ScalingRules rules, int count)
    {
        if (rules.ScaleInAfter is not { } delay)
        {
            capacity.ScaleInAt = null;
            return;
        }

        capacity.ScaleInAt ??= engine.Now + delay;
        if (capacity.WarmUntil > capacity.ScaleInAt) capacity.ScaleInAt = capacity.WarmUntil;
        if (engine.Now < capacity.ScaleInAt) return;
        var candidates = capacity.Active.ConvertAll(instance =>
            new ScaleInCandidate<InstanceState>(instance, instance.Zone ?? "", instance.IsEmpty));
        var leaving = InstanceScaleIn.Choose(candidates, count, rules.IsProtected);
        foreach (var instance in leaving) Leave(engine, capacity, rules, instance);
        capacity.ScaleInAt = leaving.Count == 0 ? null : engine.Now + engine.Timing.ScaleInStep;
    }

    private static void Leave(EcsEngine engine, CapacityState capacity, ScalingRules rules, InstanceState instance)
    {
        if (instance.IsEmpty || !rules.Drains)
        {
            InstanceLifecycle.Terminate(engine, instance);
            return;
        }

        capacity.Leaving = [.. capacity.Leaving, instance.Id];
        InstanceLifecycle.TransitionTo(engine, instance, ContainerInstanceStatus.Draining);
    }

    /// <summary>Instances that were drained go when they are empty; an instance that was set to ACTIVE again remains.</summary>
    private static void Release(EcsEngine engine, CapacityState capacity)
    {
        var leaving = capacity.Leaving.Select(capacity.Cluster.Instances.Find).OfType<InstanceState>()
            .Where(instance => instance.Resource.Status == ContainerInstanceStatus.Draining).ToLookup(instance => instance.IsEmpty);
        capacity.Leaving = [.. leaving[false].Select(instance => instance.Id)];
        foreach (var instance in leaving[true]) InstanceLifecycle.Terminate(engine, instance);
    }
}
