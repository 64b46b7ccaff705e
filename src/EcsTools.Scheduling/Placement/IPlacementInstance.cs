using EcsTools.Scheduling.Query;

namespace EcsTools.Scheduling.Placement;

/// <summary>
/// A container instance as the scheduler sees it. The owner of the instances implements it on its own objects, so that nothing is
/// copied to place a task. Its zone is the attribute <c>ecs.availability-zone</c>.
/// </summary>
internal interface IPlacementInstance : IQuerySubject
{
    /// <summary>The id of the instance, as texts about it show it.</summary>
    string Id { get; }

    /// <summary>Whether the instance takes new tasks: its status is ACTIVE, not DRAINING.</summary>
    bool IsActive { get; }

    /// <summary>CPU units that no task has reserved.</summary>
    int RemainingCpu { get; }

    /// <summary>Memory in MiB that no task has reserved.</summary>
    int RemainingMemoryMiB { get; }

    /// <summary>GPUs that no task has reserved.</summary>
    int RemainingGpus { get; }

    /// <summary>Network interfaces that can still be attached for tasks.</summary>
    int RemainingEnis { get; }

    /// <summary>Whether no task and no reservation holds this port.</summary>
    bool IsPortFree(HostPort port);

    /// <summary>
    /// The number of tasks of a group on the instance, counting those that are meant to run and not those that are stopping.
    /// </summary>
    int TasksInGroup(string group);
}
