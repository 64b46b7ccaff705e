using EcsTools.Model;

namespace EcsTools.Capacity;

/// <summary>The total and available capacity of a cluster, an Availability Zone, or a container instance.</summary>
public sealed record ClusterMeasure
{
    /// <summary>The name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The measured resource.</summary>
    public required MeasuredKind Kind { get; init; }

    /// <summary>The name of the cluster or zone, or the id of the instance.</summary>
    public required string Name { get; init; }

    /// <summary>The zone; null for the cluster, and for instances that name none.</summary>
    public string? Zone { get; init; }

    /// <summary>The ARN of the instance; null for what is more than one.</summary>
    public string? ContainerInstanceArn { get; init; }

    /// <summary>The status of the cluster or instance. The free capacity of a DRAINING instance isn't used for tasks.</summary>
    public string? Status { get; init; }

    /// <summary>How many container instances are in it.</summary>
    public required int Instances { get; init; }

    /// <summary>CPU units; 1,024 are one core. Fargate's are not counted.</summary>
    public required CapacityAmount Cpu { get; init; }

    /// <summary>Memory in MiB. Fargate's is not counted.</summary>
    public required CapacityAmount Memory { get; init; }

    /// <summary>All CPU units.</summary>
    public int CpuTotal => Cpu.Registered;

    /// <summary>The CPU units that no task has reserved.</summary>
    public int CpuFree => Cpu.Free;

    /// <summary>All memory in MiB.</summary>
    public int MemoryTotal => Memory.Registered;

    /// <summary>The memory in MiB that no task has reserved.</summary>
    public int MemoryFree => Memory.Free;

    /// <summary>The tasks that run. Those on Fargate count for the cluster only.</summary>
    public required int RunningTasks { get; init; }

    /// <summary>The tasks on their way to running. Those on Fargate count for the cluster only.</summary>
    public required int PendingTasks { get; init; }

    /// <summary>Measures a cluster: itself first, then each zone, followed by its instances.</summary>
    internal static IEnumerable<ClusterMeasure> Of(Cluster cluster, IReadOnlyList<ContainerInstance> instances)
    {
        var name = cluster.ClusterName ?? "";
        yield return Of(name, MeasuredKind.Cluster, name, instances) with
        {
            Status = cluster.Status,
            RunningTasks = cluster.RunningTasksCount ?? 0,
            PendingTasks = cluster.PendingTasksCount ?? 0,
        };
        foreach (var zone in instances.GroupBy(instance => instance.Zone ?? "").OrderBy(zone => zone.Key, StringComparer.Ordinal))
        {
            var zoneName = zone.Key.Length == 0 ? null : zone.Key;
            yield return Of(name, MeasuredKind.Zone, zoneName ?? "no zone", [.. zone]) with { Zone = zoneName };
            foreach (var instance in zone)
            {
                yield return Of(name, MeasuredKind.Instance, EcsArn.IdOf(instance.ContainerInstanceArn ?? ""), [instance]) with
                {
                    Zone = zoneName,
                    ContainerInstanceArn = instance.ContainerInstanceArn,
                    Status = instance.Status,
                };
            }
        }
    }

    /// <summary>
    /// Its size and its remaining resources: <c>zone us-east-1a: CPU 1536 of 4096 free, memory 2048 of 8192 free, 5 tasks running</c>.
    /// </summary>
    public override string ToString() =>
        $"{(Kind == MeasuredKind.Cluster ? "cluster" : Kind == MeasuredKind.Zone ? "zone" : "instance")} {Name}: CPU {Cpu}, memory {Memory}, {RunningTasks} tasks running";

    private static ClusterMeasure Of(string cluster, MeasuredKind kind, string name, IReadOnlyList<ContainerInstance> instances) => new()
    {
        Cluster = cluster,
        Kind = kind,
        Name = name,
        Instances = instances.Count,
        Cpu = Sum(instances, "CPU"),
        Memory = Sum(instances, "MEMORY"),
        RunningTasks = instances.Sum(instance => instance.RunningTasksCount ?? 0),
        PendingTasks = instances.Sum(instance => instance.PendingTasksCount ?? 0),
    };

    private static CapacityAmount Sum(IReadOnlyList<ContainerInstance> instances, string resource) =>
        new(
            instances.Sum(instance => Amount(instance.RegisteredResources, resource)),
            instances.Sum(instance => Amount(instance.RemainingResources, resource)));

    private static int Amount(List<Resource>? resources, string name) =>
        resources?.Find(resource => resource.Name == name)?.IntegerValue ?? 0;
}

/// <summary>The level of a <see cref="ClusterMeasure"/>.</summary>
public enum MeasuredKind
{
    /// <summary>A whole cluster.</summary>
    Cluster,

    /// <summary>The instances of one Availability Zone.</summary>
    Zone,

    /// <summary>One container instance.</summary>
    Instance,
}
