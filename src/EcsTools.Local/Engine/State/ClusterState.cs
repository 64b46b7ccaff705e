using System.Text.Json.Serialization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine.State;

/// <summary>A cluster and all that lives in it.</summary>
internal sealed class ClusterState : Timed
{
    private readonly Dictionary<string, InstancePool<InstanceState>> poolsOfProviders = new(StringComparer.Ordinal);
    private InstancePool<InstanceState>? pool;
    private List<InstanceState>? registered;
    private string[]? zones;
    private ILookup<string, string>? zonesOfSubnets;

    /// <summary>What DescribeClusters answers, without the counts.</summary>
    [Always("clusterName", "clusterArn", "status")]
    public required Cluster Resource { get; init; }

    /// <summary>The request that created it, by which a repeat is recognized.</summary>
    public required CreateClusterRequest Request { get; init; }

    public SortedDictionary<string, ServiceState> Services { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, DaemonState> Daemons { get; } = new(StringComparer.Ordinal);

    public ResourceIndex<InstanceState> Instances { get; } = [];

    public ResourceIndex<TaskState> Tasks { get; } = [];

    [JsonIgnore]
    public TaskIndex Families { get; } = new(task => task.Family);

    [JsonIgnore]
    public TaskIndex Starters { get; } = new(task => task.Resource.StartedBy);

    /// <summary>The tasks with the desired status STOPPED.</summary>
    [JsonIgnore]
    public OrderedIndex<TaskState> Ended { get; } = [];

    /// <summary>Its capacity providers that have brought instances or are asked to, by name.</summary>
    public SortedDictionary<string, CapacityState> Capacities { get; } = new(StringComparer.Ordinal);

    /// <summary>The RunTask calls of the last hours, by client token.</summary>
    public SortedDictionary<string, RunState> Runs { get; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public RegionState Region { get; private set; } = null!;

    [JsonIgnore]
    public TaskCounts Counts { get; } = new();

    /// <summary>The services that found no instance for a task.</summary>
    [JsonIgnore]
    public SortedDictionary<string, ServiceState> Waiting { get; } = new(StringComparer.Ordinal);

    /// <summary>The tasks that wait in PROVISIONING for an instance.</summary>
    [JsonIgnore]
    public ResourceIndex<TaskState> Unplaced { get; } = [];

    [JsonIgnore]
    public string Name => Resource.ClusterName!;

    [JsonIgnore]
    public bool IsActive => Resource.Status == "ACTIVE";

    /// <summary>The instances that are not deregistered, in the order of registration.</summary>
    [JsonIgnore]
    public IReadOnlyList<InstanceState> Registered => registered ??= [.. Instances.Where(instance => instance.IsRegistered)];

    /// <summary>The registered instances for tasks of the launch type EC2. Only tasks of their provider run on managed instances.</summary>
    [JsonIgnore]
    public InstancePool<InstanceState> Pool => pool ??= new([.. Registered.Where(instance => !instance.IsManaged)], Groups.Holders);

    /// <summary>Which instances have tasks of which groups.</summary>
    [JsonIgnore]
    public TaskGroups Groups { get; } = new();

    /// <summary>The zones of the instances that are not deregistered.</summary>
    [JsonIgnore]
    public IReadOnlyCollection<string> Zones => zones ??= [.. Registered.Select(instance => instance.Zone).OfType<string>().Distinct()];

    /// <summary>The zones of the registered instances that have a subnet, by subnet.</summary>
    [JsonIgnore]
    public ILookup<string, string> ZonesOfSubnets => zonesOfSubnets ??= Registered
        .Where(instance => instance.Subnet is not null)
        .Select(instance => (Subnet: instance.Subnet!, Zone: instance.Zone ?? ""))
        .Distinct()
        .ToLookup(pair => pair.Subnet, pair => pair.Zone);

    /// <summary>The registered instances that a capacity provider brought.</summary>
    public IReadOnlyList<InstanceState> InstancesOf(string capacityProvider) => PoolOf(capacityProvider).Instances;

    /// <summary>The same, for placing tasks.</summary>
    public InstancePool<InstanceState> PoolOf(string capacityProvider)
    {
        if (!poolsOfProviders.TryGetValue(capacityProvider, out var found))
            poolsOfProviders.Add(
                capacityProvider,
                found = new([.. Registered.Where(instance => instance.Resource.CapacityProviderName == capacityProvider)], Groups.Holders));
        return found;
    }

    /// <summary>How the ephemeral storage of its tasks on Fargate is encrypted; null by default.</summary>
    [JsonIgnore]
    public DeploymentEphemeralStorage? FargateEphemeralStorage =>
        Resource.Configuration?.ManagedStorageConfiguration?.FargateEphemeralStorageKmsKeyId is { } key ? new() { KmsKeyId = key } : null;

    /// <summary>Whether a capacity provider is associated with it.</summary>
    public bool Has(string capacityProvider) => Resource.CapacityProviders?.Contains(capacityProvider) == true;

    /// <summary>A capacity provider at work here, from now on.</summary>
    public CapacityState CapacityOf(string provider)
    {
        if (Capacities.TryGetValue(provider, out var capacity)) return capacity;
        Capacities.Add(provider, capacity = new() { Provider = provider });
        capacity.Link(this);
        return capacity;
    }

    /// <summary>All of the cluster that acts by itself.</summary>
    public IEnumerable<Timed> Timed() =>
        [
            this, .. Services.Values, .. Instances, .. Tasks, .. Tasks.SelectMany(task => task.ContainerStates ?? []), .. Daemons.Values,
            .. Capacities.Values,
        ];

    [JsonIgnore]
    public override string Title => Resource.ClusterArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => false;

    /// <summary>Whether it is still being connected with its capacity providers.</summary>
    [JsonIgnore]
    public bool IsBusy => Resource.AttachmentsStatus == "UPDATE_IN_PROGRESS";

    public void Link(RegionState region)
    {
        Region = region;
        foreach (var (name, daemon) in Daemons)
        {
            StateException.UnlessSame(name, daemon.Name, daemon.Title);
            daemon.Link(this);
        }

        foreach (var (name, capacity) in Capacities)
        {
            StateException.UnlessSame(name, capacity.Provider, capacity.Provider);
            capacity.Link(this);
        }

        foreach (var instance in Instances) instance.Link(this);
        foreach (var (name, service) in Services)
        {
            StateException.UnlessSame(name, service.Name, service.Title);
            service.Link(this);
        }

        foreach (var task in Tasks) task.Link(this);
    }

    public void Add(InstanceState instance)
    {
        Instances.Add(instance);
        instance.Link(this);
        if (instance.Resource.CapacityProviderName is { } provider) CapacityOf(provider);
    }

    public void Add(TaskState task)
    {
        Tasks.Add(task);
        task.Link(this);
    }

    /// <summary>The ARN of what lives in it: a service by its name, a task or container instance by its id.</summary>
    public string Arn(string kind, string id) => Region.Arn($"{kind}/{Name}/{id}");

    /// <summary>Takes a capacity provider away that is being deleted.</summary>
    public void Dissociate(string provider)
    {
        Resource.CapacityProviders = [.. (Resource.CapacityProviders ?? []).Where(name => name != provider)];
        Resource.DefaultCapacityProviderStrategy =
            [.. (Resource.DefaultCapacityProviderStrategy ?? []).Where(item => item.CapacityProvider != provider)];
    }

    /// <summary>An instance came or went, or has other attributes.</summary>
    public void InstancesChanged()
    {
        (registered, pool, zones, zonesOfSubnets) = (null, null, null, null);
        poolsOfProviders.Clear();
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
