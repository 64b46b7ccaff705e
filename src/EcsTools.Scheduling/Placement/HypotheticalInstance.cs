namespace EcsTools.Scheduling.Placement;

/// <summary>An instance as it would be with some tasks of a request on it, which are only thought of.</summary>
/// <param name="instance">The instance as it is.</param>
/// <param name="request">The settings of the tasks.</param>
internal sealed class HypotheticalInstance(IPlacementInstance instance, PlacementRequest request) : IPlacementInstance
{
    /// <summary>The instance as it is.</summary>
    public IPlacementInstance Instance => instance;

    /// <summary>How many tasks are thought of.</summary>
    public int Tasks { get; private set; }

    /// <inheritdoc/>
    public string Id => instance.Id;

    /// <inheritdoc/>
    public bool IsActive => instance.IsActive;

    /// <inheritdoc/>
    public int RemainingCpu => instance.RemainingCpu - (Tasks * request.Requirements.Cpu);

    /// <inheritdoc/>
    public int RemainingMemoryMiB => instance.RemainingMemoryMiB - (Tasks * request.Requirements.MemoryMiB);

    /// <inheritdoc/>
    public int RemainingGpus => instance.RemainingGpus - (Tasks * request.Requirements.Gpus);

    /// <inheritdoc/>
    public int RemainingEnis => instance.RemainingEnis - (Tasks * request.Requirements.Enis);

    /// <inheritdoc/>
    public bool AgentConnected => instance.AgentConnected;

    /// <inheritdoc/>
    public string? AgentVersion => instance.AgentVersion;

    /// <inheritdoc/>
    public string? Ec2InstanceId => instance.Ec2InstanceId;

    /// <inheritdoc/>
    public DateTimeOffset RegisteredAt => instance.RegisteredAt;

    /// <summary>The tasks that run. Those thought of do not run yet.</summary>
    public int RunningTasksCount => instance.RunningTasksCount;

    /// <inheritdoc/>
    public IEnumerable<string> TaskGroups => Tasks > 0 ? instance.TaskGroups.Append(request.Group).Distinct() : instance.TaskGroups;

    /// <summary>Thinks of one more task on it.</summary>
    public void Add() => Tasks++;

    /// <inheritdoc/>
    public bool IsPortFree(HostPort port) => instance.IsPortFree(port) && (Tasks == 0 || !request.Requirements.HostPorts.Contains(port));

    /// <inheritdoc/>
    public int TasksInGroup(string group) => instance.TasksInGroup(group) + (group == request.Group ? Tasks : 0);

    /// <inheritdoc/>
    public bool TryGetAttribute(string name, out string value) => instance.TryGetAttribute(name, out value);
}
