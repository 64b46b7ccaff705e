using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Instances;

/// <summary>
/// Takes the agent of a container instance from its version to the latest, a step at a time. Tasks on the instance run on.
/// </summary>
internal static class AgentUpdate
{
    /// <summary>The version that agents are updated to.</summary>
    public const string LatestVersion = "1.100.0";

    private static readonly string[] Steps =
        [
            AgentUpdateStatus.Pending, AgentUpdateStatus.Staging, AgentUpdateStatus.Staged, AgentUpdateStatus.Updating,
            AgentUpdateStatus.Updated,
        ];

    public static bool IsInProgress(InstanceState instance) =>
        Array.IndexOf(Steps, instance.Resource.AgentUpdateStatus) is >= 0 and var step && step < Steps.Length - 1;

    public static void Begin(EcsEngine engine, InstanceState instance) => TransitionTo(engine, instance, AgentUpdateStatus.Pending);

    /// <summary>Takes the next step.</summary>
    public static void Continue(EcsEngine engine, InstanceState instance) =>
        TransitionTo(engine, instance, Steps[Array.IndexOf(Steps, instance.Resource.AgentUpdateStatus) + 1]);

    private static void TransitionTo(EcsEngine engine, InstanceState instance, string status)
    {
        var resource = instance.Resource;
        resource.AgentUpdateStatus = status;
        // the old agent has gone and the new one is not there yet
        resource.AgentConnected = status != AgentUpdateStatus.Updating && !instance.IsDisconnected;
        resource.Version++;
        if (status == AgentUpdateStatus.Updated) Finish(engine, instance);
        else engine.ScheduleOnly(instance, engine.Timing.AgentUpdateStep);
    }

    private static void Finish(EcsEngine engine, InstanceState instance)
    {
        var version = instance.Resource.VersionInfo!.Copy();
        version.AgentVersion = LatestVersion;
        instance.Resource.VersionInfo = version;
        engine.CapacityFreed(instance.Cluster);
    }
}
