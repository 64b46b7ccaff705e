using EcsTools.Scheduling.Placement;

namespace EcsTools.Scheduling.Services;

/// <summary>A task of a service as the service scheduler sees it. Tasks that have stopped are not shown to it.</summary>
internal interface IServiceTask
{
    /// <summary>The deployment that started the task.</summary>
    string DeploymentId { get; }

    /// <summary>How far the task is.</summary>
    ServiceTaskState State { get; }

    /// <summary>The result of the health checks while the task is RUNNING. A task that nothing checks is healthy.</summary>
    ServiceTaskHealth Health { get; }

    /// <summary>Whether it may be stopped neither to scale in nor by a deployment.</summary>
    bool IsProtected { get; }

    /// <summary>The container instance under the task; null on Fargate.</summary>
    IPlacementInstance? Instance { get; }

    /// <summary>The zone of the task.</summary>
    string? AvailabilityZone { get; }
}

/// <summary>How far a task of a service is.</summary>
internal enum ServiceTaskState
{
    /// <summary>On its way to RUNNING.</summary>
    Pending,

    /// <summary>RUNNING, and meant to stay so.</summary>
    Running,

    /// <summary>On its way to STOPPED, whatever the reason.</summary>
    Stopping,
}

/// <summary>The known health of a running task.</summary>
internal enum ServiceTaskHealth
{
    /// <summary>Not known yet: a health check has not come to an end.</summary>
    Unknown,

    /// <summary>Every check passes.</summary>
    Healthy,

    /// <summary>A check has failed.</summary>
    Unhealthy,
}
