using System.Text.Json.Serialization;
using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>A cluster and all that lives in it.</summary>
internal sealed class ClusterState
{
    private InstanceState[]? registered;

    /// <summary>What DescribeClusters answers, without the counts.</summary>
    public required Cluster Resource { get; init; }

    /// <summary>The request that created it, by which a repeat is recognised.</summary>
    public required CreateClusterRequest Request { get; init; }

    public SortedDictionary<string, ServiceState> Services { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, DaemonState> Daemons { get; } = new(StringComparer.Ordinal);

    public Table<InstanceState> Instances { get; } = [];

    public Table<TaskState> Tasks { get; } = [];

    /// <summary>The RunTask calls of the last hours, by client token.</summary>
    public SortedDictionary<string, RunState> Runs { get; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public RegionState Region { get; private set; } = null!;

    [JsonIgnore]
    public TaskCounts Counts { get; } = new();

    /// <summary>The services that found no instance for a task.</summary>
    [JsonIgnore]
    public SortedDictionary<string, ServiceState> Waiting { get; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public string Name => Resource.ClusterName!;

    [JsonIgnore]
    public bool IsActive => Resource.Status == "ACTIVE";

    /// <summary>The instances that are not deregistered, in the order of registration.</summary>
    [JsonIgnore]
    public IReadOnlyList<InstanceState> Registered => registered ??= [.. Instances.Where(instance => instance.IsRegistered)];

    /// <summary>All of the cluster that acts by itself.</summary>
    public IEnumerable<Timed> Timed() => Services.Values.AsEnumerable<Timed>().Concat(Instances).Concat(Tasks).Concat(Daemons.Values);

    public void Link(RegionState region)
    {
        Region = region;
        foreach (var daemon in Daemons.Values) daemon.Link(this);
        foreach (var instance in Instances) instance.Link(this);
        foreach (var service in Services.Values) service.Link(this);
        foreach (var task in Tasks) task.Link(this);
    }

    public void Add(InstanceState instance)
    {
        Instances.Add(instance);
        instance.Link(this);
        InstancesChanged();
        foreach (var daemon in Daemons.Values) daemon.StartOn(instance);
    }

    public void Add(TaskState task)
    {
        Tasks.Add(task);
        task.Link(this);
    }

    /// <summary>The ARN of what lives in it: a service by its name, a task or container instance by its id.</summary>
    public string Arn(string kind, string id) => Region.Arn($"{kind}/{Name}/{id}");

    public void InstancesChanged() => registered = null;

    /// <summary>Lets services that belong on every instance look at those that came, went, or changed; before others take the room.</summary>
    public void WakeDaemons(EcsEngine engine)
    {
        foreach (var service in Services.Values.Where(service => service is { IsDaemon: true, IsActive: true })) engine.Schedule(service, engine.Now);
    }

    /// <summary>Lets services that found no instance try again.</summary>
    public void CapacityFreed(EcsEngine engine)
    {
        foreach (var service in Waiting.Values) engine.Schedule(service, engine.Now + Simulated.PlacementRetry);
    }

    /// <summary>What DescribeClusters answers now, with everything that <c>include</c> can ask for.</summary>
    public Cluster Describe()
    {
        var answer = Resource.Copy();
        answer.RunningTasksCount = Counts.Running;
        answer.PendingTasksCount = Counts.Pending;
        answer.RegisteredContainerInstancesCount = Registered.Count;
        answer.ActiveServicesCount = Services.Values.Count(service => service.IsActive);
        return answer;
    }
}
