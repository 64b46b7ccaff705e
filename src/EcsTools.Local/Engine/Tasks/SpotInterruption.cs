using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>AWS takes the capacity back that a task on FARGATE_SPOT runs on.</summary>
internal static class SpotInterruption
{
    /// <summary>Tells a task to stop. False where no task of that ARN runs, or is about to, on FARGATE_SPOT.</summary>
    public static bool Interrupt(EcsEngine engine, RegionState region, EcsArn arn)
    {
        var task = arn.Cluster is { } cluster ? region.Clusters.GetValueOrDefault(cluster)?.Tasks.Find(arn.Id) : null;
        if (task is not { IsMeantToRun: true, Resource.CapacityProviderName: CapacityProviderType.FargateSpot }) return false;
        TaskEnding.Stop(engine, task, TaskStopCode.SpotInterruption, "Your Spot Task was interrupted.");
        return true;
    }
}
