using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Daemons;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Instances;

/// <summary>How a container instance comes and goes, how its agent does, and who is to look at it.</summary>
internal static class InstanceLifecycle
{
    /// <summary>Continues the update of the agent; removes an instance that was deregistered a while ago from the state.</summary>
    public static void Continue(EcsEngine engine, InstanceState instance)
    {
        if (instance.IsRegistered) AgentUpdate.Continue(engine, instance);
        else instance.Cluster.Instances.Remove(instance);
    }

    /// <summary>There is room on an instance: it is new, or registered again.</summary>
    public static void Registered(EcsEngine engine, InstanceState instance)
    {
        DaemonTasks.StartOn(engine, instance);
        engine.WakeDaemonServices(instance.Cluster);
        engine.CapacityFreed(instance.Cluster);
        engine.WakeBalancedServices(instance.Cluster);
    }

    /// <summary>Sets an instance to ACTIVE or DRAINING.</summary>
    public static void TransitionTo(EcsEngine engine, InstanceState instance, string status)
    {
        if (instance.Resource.Status == status) return;
        instance.Resource.Status = status;
        instance.Resource.Version++;
        engine.CapacityFreed(instance.Cluster);
        engine.WakeBalancedServices(instance.Cluster);
        engine.WakeDaemonServices(instance.Cluster);
        engine.WakeServices(instance);
    }

    /// <summary>Takes an instance out. Its tasks are given up; it can still be described for a while.</summary>
    public static void Leave(EcsEngine engine, InstanceState instance, string stopCode, string reason)
    {
        instance.Resource.Status = InstanceState.Inactive;
        instance.Resource.AgentConnected = false;
        instance.Resource.Tags = [];
        instance.Resource.Version++;
        foreach (var task in instance.Tasks.ToList()) TaskEnding.Abandon(engine, task, stopCode, reason);
        foreach (var daemon in instance.Cluster.Daemons.Values) daemon.Running.Remove(instance.Id);
        instance.Cluster.InstancesChanged();
        engine.WakeDaemonServices(instance.Cluster);
        engine.CapacityFreed(instance.Cluster);
        engine.ScheduleOnly(instance, Retention.Ended);
    }

    /// <summary>
    /// Ends the EC2 instance under a container instance. One whose agent is disconnected isn't deregistered: ECS doesn't hear of the end.
    /// </summary>
    public static void Terminate(EcsEngine engine, InstanceState instance)
    {
        if (instance.IsDisconnected) return;
        Leave(engine, instance, TaskStopCode.TerminationNotice, $"Host EC2 (instance {instance.Resource.Ec2InstanceId}) terminated.");
    }

    /// <summary>Nothing is heard of the agent any more. Its tasks run on.</summary>
    public static void Disconnect(InstanceState instance)
    {
        instance.IsDisconnected = true;
        instance.Resource.AgentConnected = false;
        instance.Resource.Version++;
    }

    public static void Reconnect(EcsEngine engine, InstanceState instance)
    {
        instance.IsDisconnected = false;
        instance.Resource.AgentConnected = instance.Resource.AgentUpdateStatus != AgentUpdateStatus.Updating;
        instance.Resource.Version++;
        engine.CapacityFreed(instance.Cluster);
    }
}
