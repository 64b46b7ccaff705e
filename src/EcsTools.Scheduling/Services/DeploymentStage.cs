namespace EcsTools.Scheduling.Services;

/// <summary>How far a service deployment is. "Green" is the revision that it rolls out, "blue" the one before.</summary>
internal enum DeploymentStage
{
    /// <summary>Revisions other than green and blue go. Only where there are any.</summary>
    ReconcileService,

    /// <summary>Nothing of green has been started.</summary>
    PreScaleUp,

    /// <summary>Green is started; in a rolling update, in place of blue.</summary>
    ScaleUp,

    /// <summary>All of green runs.</summary>
    PostScaleUp,

    /// <summary>Test traffic goes over to green.</summary>
    TestTrafficShift,

    /// <summary>All test traffic goes to green.</summary>
    PostTestTrafficShift,

    /// <summary>Production traffic goes over to green, at once or step by step.</summary>
    ProductionTrafficShift,

    /// <summary>All production traffic goes to green.</summary>
    PostProductionTrafficShift,

    /// <summary>Green is watched before the deployment counts as done.</summary>
    BakeTime,

    /// <summary>Blue is stopped.</summary>
    CleanUp,
}

/// <summary>The order of the stages.</summary>
internal static class DeploymentStages
{
    /// <summary>The stage that a deployment begins with.</summary>
    /// <param name="revisions">The revisions that have tasks or are to have some, green and blue among them.</param>
    public static DeploymentStage First(int revisions) => revisions > 2 ? DeploymentStage.ReconcileService : DeploymentStage.PreScaleUp;

    /// <summary>The next stage; null after the last. A rolling update shifts no traffic.</summary>
    public static DeploymentStage? After(DeploymentStage stage, bool shiftsTraffic) => stage switch
    {
        DeploymentStage.CleanUp => null,
        DeploymentStage.PostScaleUp when !shiftsTraffic => DeploymentStage.BakeTime,
        _ => stage + 1,
    };

    /// <summary>
    /// Whether each revision has tasks of its own number at a stage: green none before it scales up, blue all of them until it is
    /// cleaned up. In a rolling update green takes blue's place task by task.
    /// </summary>
    public static bool IsSideBySide(DeploymentStage stage, bool shiftsTraffic) => shiftsTraffic && stage < DeploymentStage.CleanUp;
}
