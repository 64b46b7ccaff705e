using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>How a container instance goes, and how its agent comes and goes.</summary>
internal static class InstanceLifecycle
{
    /// <summary>Takes an instance out. Its tasks are given up; it can still be described for a while.</summary>
    public static void Leave(EcsEngine engine, InstanceState instance, string stopCode, string reason)
    {
        instance.Resource.Status = InstanceState.Inactive;
        instance.Resource.AgentConnected = false;
        instance.Resource.Tags = [];
        instance.Resource.Version++;
        foreach (var task in instance.Tasks.ToList()) TaskLifecycle.Abandon(engine, task, stopCode, reason);
        instance.Cluster.InstancesChanged();
        instance.Cluster.WakeDaemons(engine);
        engine.ScheduleOnly(instance, Simulated.Remembered);
    }

    /// <summary>Nothing is heard of the agent any more. Its tasks run on.</summary>
    public static void CutOff(InstanceState instance)
    {
        instance.IsCutOff = true;
        instance.Resource.AgentConnected = false;
        instance.Resource.Version++;
    }

    public static void Reconnect(EcsEngine engine, InstanceState instance)
    {
        instance.IsCutOff = false;
        instance.Resource.AgentConnected = instance.Resource.AgentUpdateStatus != AgentUpdateStatus.Updating;
        instance.Resource.Version++;
        instance.Cluster.CapacityFreed(engine);
    }
}
