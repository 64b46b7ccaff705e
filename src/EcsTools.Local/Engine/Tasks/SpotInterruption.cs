using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>AWS takes the capacity back that a task on FARGATE_SPOT runs on.</summary>
internal static class SpotInterruption
{
    /// <summary>Stops a task. False if no task with that ARN is running or starting on FARGATE_SPOT.</summary>
    public static bool Interrupt(EcsEngine engine, RegionState region, EcsArn arn)
    {
        var task = arn.Cluster is { } cluster ? region.Clusters.GetValueOrDefault(cluster)?.Tasks.Find(arn.Id) : null;
        if (task is not { IsDesiredRunning: true, Resource.CapacityProviderName: CapacityProviderType.FargateSpot }) return false;
        TaskEnding.Stop(engine, task, TaskStopCode.SpotInterruption, "Your Spot Task was interrupted.");
        return true;
    }
}
