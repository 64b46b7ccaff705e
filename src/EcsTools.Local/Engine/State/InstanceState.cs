using System.Text.Json.Serialization;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Engine.State;

/// <summary>A container instance, and what its tasks leave of it.</summary>
internal sealed class InstanceState : Timed, IOrdered, IPlacementInstance
{
    private readonly Dictionary<string, int> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> attributes = new(StringComparer.Ordinal);
    private (int Cpu, int Memory, int Gpus, int Interfaces) held;
    private (int Cpu, int Memory, int Gpus) registered;

    public required long Number { get; init; }

    public required string Id { get; init; }

    /// <summary>What DescribeContainerInstances answers, without the counts and what remains.</summary>
    [Always("containerInstanceArn", "status", "registeredAt", "registeredResources")]
    public required ContainerInstance Resource { get; init; }

    /// <summary>Whether a behavior disconnects its agent.</summary>
    [JsonPropertyName("isCutOff")]
    public bool IsDisconnected { get; set; }

    [JsonIgnore]
    public ClusterState Cluster { get; private set; } = null!;

    /// <summary>The tasks on it that haven't been removed.</summary>
    [JsonIgnore]
    public OrderedIndex<TaskState> Tasks { get; } = [];

    [JsonIgnore]
    public TaskCounts Counts { get; } = new();

    /// <summary>The ports of the host that are taken.</summary>
    [JsonIgnore]
    public HostPorts Ports { get; } = new();

    [JsonIgnore]
    public bool IsRegistered => Resource.Status != ContainerInstanceStatus.Deregistering && Resource.Status != Inactive;

    [JsonIgnore]
    public override string Title => Resource.ContainerInstanceArn!;

    [JsonIgnore]
    public override bool IsHousekeeping => !IsRegistered;

    /// <summary>The status of a deregistered instance, which the API's enum does not name.</summary>
    public const string Inactive = "INACTIVE";

    /// <summary>The default architecture.</summary>
    public const string UsualArchitecture = "x86_64";

    /// <summary>What ECS puts on an instance that has a trunk interface, which many task interfaces share.</summary>
    public const string TrunkAttribute = "ecs.awsvpc-trunk-id";

    [JsonIgnore]
    public string? Zone => attributes.GetValueOrDefault(InstanceAttributes.AvailabilityZone);

    [JsonIgnore]
    public string? Subnet => attributes.GetValueOrDefault(InstanceAttributes.Subnet);

    [JsonIgnore]
    public string Architecture => attributes.GetValueOrDefault(InstanceAttributes.CpuArchitecture, UsualArchitecture);

    [JsonIgnore]
    public bool IsActive => Resource.Status == ContainerInstanceStatus.Active;

    /// <summary>Whether ECS manages it for a capacity provider.</summary>
    [JsonIgnore]
    public bool IsManaged =>
        Resource.CapacityProviderName is { } provider
            && Cluster.Region.FindCapacityProvider(provider)?.Type == CapacityProviderType.ManagedInstances;

    /// <summary>Whether nothing but daemons runs on it.</summary>
    [JsonIgnore]
    public bool IsEmpty => Tasks.All(task => task.IsStopped || task.IsDaemon);

    int IPlacementInstance.RemainingCpu => registered.Cpu - held.Cpu;

    int IPlacementInstance.RemainingMemoryMiB => registered.Memory - held.Memory;

    int IPlacementInstance.RemainingGpus => registered.Gpus - held.Gpus;

    int IPlacementInstance.RemainingEnis =>
        (attributes.ContainsKey(TrunkAttribute) ? Quotas.InterfacesPerTrunk : Quotas.InterfacesPerInstance) - held.Interfaces;

    bool Scheduling.Query.IQuerySubject.AgentConnected => Resource.AgentConnected == true;

    string? Scheduling.Query.IQuerySubject.AgentVersion => Resource.VersionInfo?.AgentVersion;

    string? Scheduling.Query.IQuerySubject.Ec2InstanceId => Resource.Ec2InstanceId;

    DateTimeOffset Scheduling.Query.IQuerySubject.RegisteredAt => Resource.RegisteredAt ?? default(DateTimeOffset);

    int Scheduling.Query.IQuerySubject.RunningTasksCount => Counts.Running;

    IEnumerable<string> Scheduling.Query.IQuerySubject.TaskGroups => groups.Keys;

    bool IPlacementInstance.IsPortFree(HostPort port) => Ports.IsFree(port);

    public int TasksInGroup(string group) => groups.GetValueOrDefault(group);

    public bool TryGetAttribute(string name, out string value) => attributes.TryGetValue(name, out value!);

    /// <summary>Reads what it registered.</summary>
    public void Link(ClusterState cluster)
    {
        Cluster = cluster;
        registered =
            (Registered("CPU")?.IntegerValue ?? 0, Registered("MEMORY")?.IntegerValue ?? 0, Registered("GPU")?.StringSetValue?.Count ?? 0);
        Ports.Reserve(Registered("PORTS")?.StringSetValue, PortProtocol.Tcp);
        Ports.Reserve(Registered("PORTS_UDP")?.StringSetValue, PortProtocol.Udp);
        LearnAttributes();
    }

    /// <summary>Reads the attributes again.</summary>
    public void LearnAttributes()
    {
        attributes.Clear();
        foreach (var attribute in Resource.Attributes ?? []) attributes[attribute.Name ?? ""] = attribute.Value ?? "";
        Cluster.InstancesChanged();
    }

    /// <summary>Adds an attribute, or gives it another value.</summary>
    public void PutAttribute(string name, string? value)
    {
        RemoveAttribute(name);
        Resource.Attributes = [.. Resource.Attributes ?? [], new() { Name = name, Value = value }];
        LearnAttributes();
    }

    /// <summary>Takes an attribute off; gives it as it was, or null where there was none.</summary>
    public Model.Attribute? RemoveAttribute(string name)
    {
        if (Resource.Attributes?.Find(attribute => attribute.Name == name) is not { } found) return null;
        Resource.Attributes = [.. Resource.Attributes.Where(attribute => attribute != found)];
        LearnAttributes();
        return found;
    }

    /// <summary>Gives a task what it needs.</summary>
    public void Take(TaskState task)
    {
        Hold(task.Requirements, 1);
        Ports.Take(task);
    }

    /// <summary>Returns the resources of a task. The task is listed until it's removed.</summary>
    public void Free(TaskState task)
    {
        Hold(task.Requirements, -1);
        Ports.Free(task);
    }

    public void Count(TaskState task, int sign)
    {
        Counts.Count(task, sign);
        if (!task.IsDesiredRunning || task.IsStopped || task.Resource.Group is not { } group) return;
        var count = groups.GetValueOrDefault(group) + sign;
        if (count == 0)
        {
            groups.Remove(group);
            Cluster.Groups.Remove(group, this);
        }
        else
        {
            groups[group] = count;
            Cluster.Groups.Add(group, this);
        }
    }

    /// <summary>What DescribeContainerInstances answers now.</summary>
    public ContainerInstance Describe()
    {
        var answer = Resource.Copy();
        answer.RunningTasksCount = Counts.Running;
        answer.PendingTasksCount = Counts.Pending;
        answer.RemainingResources = Resource.RegisteredResources?.ConvertAll(Remaining);
        return answer;
    }

    private Resource Remaining(Resource resource)
    {
        var remaining = resource.Copy();
        switch (resource.Name)
        {
            case "CPU": remaining.IntegerValue -= held.Cpu; break;
            case "MEMORY": remaining.IntegerValue -= held.Memory; break;
            case "PORTS": remaining.StringSetValue = Ports.Held(PortProtocol.Tcp); break;
            case "PORTS_UDP": remaining.StringSetValue = Ports.Held(PortProtocol.Udp); break;
            case "GPU": remaining.StringSetValue = resource.StringSetValue?[Math.Min(held.Gpus, registered.Gpus)..]; break;
        }

        return remaining;
    }

    private void Hold(TaskRequirements needs, int sign)
    {
        held.Cpu += sign * needs.Cpu;
        held.Memory += sign * needs.MemoryMiB;
        held.Gpus += sign * needs.Gpus;
        held.Interfaces += sign * needs.Enis;
    }

    private Resource? Registered(string name) => Resource.RegisteredResources?.Find(resource => resource.Name == name);
}
