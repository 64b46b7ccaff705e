using EcsTools.Scheduling.Placement;

namespace EcsTools.Tests.Scheduling;

/// <summary>A container instance that keeps its own books, as the local ECS does.</summary>
internal sealed class TestInstance : IPlacementInstance
{
    private readonly Dictionary<string, int> groups = [];
    private readonly HashSet<HostPort> ports = [];

    public TestInstance(string id, string? zone = null)
    {
        Id = id;
        if (zone is not null)
            Attributes[InstanceAttributes.AvailabilityZone] = zone;
    }

    public string Id { get; }

    public Dictionary<string, string> Attributes { get; } = [];

    public bool IsActive { get; set; } = true;

    /// <summary>How often the scheduler has begun to look at the instance.</summary>
    public int Looks { get; private set; }

    public bool AgentConnected
    {
        get
        {
            Looks++;
            return field;
        }
        set;
    } = true;

    public string? AgentVersion { get; set; } = "1.14.5";

    public string? Ec2InstanceId { get; set; }

    public DateTimeOffset RegisteredAt { get; set; } = new(2018, 6, 18, 22, 28, 28, TimeSpan.Zero);

    public int RemainingCpu { get; set; } = 4096;

    public int RemainingMemoryMiB { get; set; } = 8192;

    public int RemainingGpus { get; set; }

    public int RemainingEnis { get; set; } = 2;

    public int RunningTasksCount { get; set; }

    public IEnumerable<string> TaskGroups => groups.Where(group => group.Value > 0).Select(group => group.Key);

    public bool TryGetAttribute(string name, out string value) => Attributes.TryGetValue(name, out value!);

    public bool IsPortFree(HostPort port) => !ports.Contains(port);

    public int TasksInGroup(string group) => groups.GetValueOrDefault(group);

    /// <summary>Puts a task on the instance, and fails where it was never free for it.</summary>
    public TestInstance Run(PlacementRequest request)
    {
        var needs = request.Requirements;
        RemainingCpu -= needs.Cpu;
        RemainingMemoryMiB -= needs.MemoryMiB;
        RemainingGpus -= needs.Gpus;
        RemainingEnis -= needs.Enis;
        Assert.All([RemainingCpu, RemainingMemoryMiB, RemainingGpus, RemainingEnis], left => Assert.True(left >= 0, "overcommitted"));
        Assert.All(needs.HostPorts, port => Assert.True(ports.Add(port), $"port {port} is used twice"), throwIfEmpty: false);
        return Run(request.Group);
    }

    public TestInstance Run(string group)
    {
        groups[group] = TasksInGroup(group) + 1;
        RunningTasksCount++;
        return this;
    }

    public override string ToString() => Id;
}
