using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Instances;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Capacity;
using EcsTools.Scheduling.Placement;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Local.Engine.Capacity;

/// <summary>
/// The instances that a capacity provider launches: like the last one that it had in the cluster, or, if it had none, and always
/// for managed instances, of a general type for the waiting tasks.
/// </summary>
internal sealed class SimulatedInstance
{
    private readonly CapacityState capacity;
    private readonly ContainerInstance model;
    private readonly List<PlacementRequest> waiting;

    private SimulatedInstance(CapacityState capacity, ContainerInstance model, List<PlacementRequest> waiting) =>
        (this.capacity, this.model, this.waiting) = (capacity, model, waiting);

    public static SimulatedInstance Of(CapacityState capacity)
    {
        var waiting = capacity.Waiting.Select(task => task.Request()).ToList();
        var isManaged = capacity.Resource?.Type == CapacityProviderType.ManagedInstances;
        var last = isManaged
            ? null
            : capacity.Cluster.Instances.LastOrDefault(instance => instance.Resource.CapacityProviderName == capacity.Provider);
        return new(capacity, last?.Resource ?? OfType(InstanceType.For([.. waiting.Select(request => request.Requirements)])), waiting);
    }

    /// <summary>The number of instances for the waiting tasks, without tasks that fit on none of these.</summary>
    public int Needed()
    {
        var prototypes = Zones.Select(Prototype).ToList();
        var possible = waiting.Where(request => prototypes.Exists(instance => PlacementCheck.Obstacle(request, instance) is null));
        IPlacementInstance one = prototypes[0];
        return InstanceEstimate.For(possible, new InstanceSize(
            one.RemainingCpu, one.RemainingMemoryMiB, one.RemainingGpus, one.RemainingEnis));
    }

    /// <summary>Lets one register: in the zone with the fewest of those that tasks wait for.</summary>
    public void Register(EcsEngine engine)
    {
        var counts = capacity.Cluster.InstancesOf(capacity.Provider).ToLookup(instance => instance.Zone);
        var useful = Zones.Where(zone =>
            waiting.Exists(request => PlacementCheck.Obstacle(request, Prototype(zone)) is null)).DefaultIfEmpty(Zones[0]);
        var instance = Make(useful.MinBy(zone => counts[zone].Count())!, engine.NextNumber(), engine.NewId(capacity.Cluster));
        instance.Resource.ContainerInstanceArn = capacity.Cluster.Arn("container-instance", instance.Id);
        instance.Resource.Ec2InstanceId = engine.Random.Ec2Id("i");
        instance.Resource.RegisteredAt = engine.Now.UtcDateTime;
        capacity.Cluster.Add(instance);
        InstanceLifecycle.Registered(engine, instance);
    }

    private string[] Zones => [.. "abc".Select(letter => capacity.Cluster.Region.Region + letter)];

    private InstanceState Prototype(string zone)
    {
        var prototype = Make(zone, 0, "");
        prototype.Link(capacity.Cluster);
        return prototype;
    }

    private InstanceState Make(string zone, long number, string id) => new()
    {
        Number = number,
        Id = id,
        Resource = new()
        {
            CapacityProviderName = capacity.Provider,
            Version = 1,
            VersionInfo = model.VersionInfo,
            RegisteredResources = model.RegisteredResources,
            Status = ContainerInstanceStatus.Active,
            AgentConnected = true,
            Attributes = [.. model.Attributes!.Where(attribute =>
                attribute.Name != InstanceAttributes.AvailabilityZone), new Attribute
                {
                    Name = InstanceAttributes.AvailabilityZone,
                    Value = zone,
                }],
            Attachments = [],
            Tags = [],
        },
    };

    private static ContainerInstance OfType(InstanceType type) => new()
    {
        VersionInfo = new() { AgentVersion = AgentUpdate.LatestVersion },
        RegisteredResources = type.Resources(),
        Attributes = type.Attributes(),
    };
}
