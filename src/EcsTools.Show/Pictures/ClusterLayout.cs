using EcsTools.Forecast.Descriptions;
using EcsTools.Model;

namespace EcsTools.Show.Pictures;

/// <summary>Lays a cluster out: zones as columns, instances in them, tasks in these.</summary>
internal sealed class ClusterLayout
{
    /// <summary>The name of the column for instances that name no zone.</summary>
    public const string NoZone = "no zone";

    /// <summary>The name of the column for tasks on Fargate.</summary>
    public const string Fargate = "Fargate";

    /// <summary>The room between instances; below them is the room for a name.</summary>
    private const double GapX = 0.12, GapY = 0.3;

    /// <summary>The smallest side of a box and of a block, as a part of the typical box.</summary>
    private const double SmallestBox = 0.3, SmallestBlock = 0.04;

    private readonly DescribedCluster seen;
    private readonly string cluster;
    private readonly double unitCpu, unitMemory;
    private readonly ILookup<string?, EcsTask> tasksOf;

    public ClusterLayout(DescribedCluster seen)
    {
        this.seen = seen;
        cluster = EcsArn.IdOf(seen.Cluster.ClusterArn!);
        var alive = seen.Tasks
            .Where(task => task.LastStatus != "STOPPED")
            .OrderBy(task => task.CreatedAt)
            .ThenBy(task => task.TaskArn, StringComparer.Ordinal)
            .ToList();
        tasksOf = alive.ToLookup(task => task.ContainerInstanceArn);
        unitCpu = Typical(seen.Instances.Select(instance => Total(instance, "CPU")), alive.Select(TaskFacts.CpuUnits), 1024);
        unitMemory = Typical(seen.Instances.Select(instance => Total(instance, "MEMORY")), alive.Select(TaskFacts.MemoryMiB), 2048);
    }

    public List<DrawnZone> Zones { get; } = [];

    public List<DrawnInstance> Instances { get; } = [];

    public List<DrawnTask> Tasks { get; } = [];

    public void Draw()
    {
        var byZone = seen.Instances
            .GroupBy(instance => instance.Zone ?? NoZone)
            .OrderBy(zone => zone.Key == NoZone)
            .ThenBy(zone => zone.Key, StringComparer.Ordinal);
        foreach (var zone in byZone)
            DrawZone(zone.Key, [.. zone
                .OrderBy(instance => instance.RegisteredAt)
                .ThenBy(instance => instance.ContainerInstanceArn, StringComparer.Ordinal)]);
        var known = seen.Instances.Select(instance => instance.ContainerInstanceArn).ToHashSet();
        var elsewhere = tasksOf.Where(tasks => !known.Contains(tasks.Key)).SelectMany(tasks => tasks).ToList();
        DrawFargate(elsewhere.FindAll(task => task.ContainerInstanceArn is null && !TaskFacts.IsWaiting(task)));
        foreach (var task in elsewhere.Where(task => task.ContainerInstanceArn is not null || TaskFacts.IsWaiting(task)))
            Tasks.Add(Task(task, null, null));
        foreach (var task in seen.Tasks
            .Where(task => task.LastStatus == "STOPPED")
            .OrderByDescending(task => task.StoppedAt)
            .Take(Picture.StoppedKept))
            Tasks.Add(Task(task, null, null));
    }

    private void DrawZone(string zone, List<ContainerInstance> instances)
    {
        var sizes = instances.ConvertAll(instance =>
            (Math.Max(SmallestBox, Total(instance, "CPU") / unitCpu), Math.Max(SmallestBox, Total(instance, "MEMORY") / unitMemory)));
        var blocks = Shelves.Place(sizes, Width(sizes), GapX, GapY);
        var drawn = instances.Zip(blocks, (instance, block) => Instance(instance, zone, block)).ToList();
        Instances.AddRange(drawn);
        Zones.Add(new(
            $"{cluster}/{zone}",
            cluster,
            zone,
            IsFargate: false,
            blocks.Max(block => block.Right),
            blocks.Max(block => block.Bottom) + GapY,
            drawn.Count,
            drawn.Sum(instance => instance.Tasks),
            Sum(drawn.Select(instance => instance.Cpu)),
            Sum(drawn.Select(instance => instance.Memory))));
    }

    private DrawnInstance Instance(ContainerInstance instance, string zone, Block block)
    {
        var id = EcsArn.IdOf(instance.ContainerInstanceArn!);
        var tasks = tasksOf[instance.ContainerInstanceArn].ToList();
        var (cpu, memory) = (Math.Max(1, Total(instance, "CPU")), Math.Max(1, Total(instance, "MEMORY")));
        var sizes = tasks.ConvertAll(task => (
            Math.Max(SmallestBlock * block.Width, block.Width * TaskFacts.CpuUnits(task) / cpu),
            Math.Max(SmallestBlock * block.Height, block.Height * TaskFacts.MemoryMiB(task) / memory)));
        Tasks.AddRange(tasks.Zip(Shelves.Fit(sizes, block.Width, block.Height), (task, at) => Task(task, zone, at)));
        return new(
            id,
            cluster,
            zone,
            instance.Ec2InstanceId ?? id,
            instance.Attributes?.Find(attribute => attribute.Name == "ecs.instance-type")?.Value,
            instance.Status,
            instance.AgentConnected == true,
            tasks.Count,
            Used(instance, "CPU"),
            Used(instance, "MEMORY"),
            block);
    }

    private void DrawFargate(List<EcsTask> tasks)
    {
        if (tasks.Count == 0) return;
        var sizes = tasks.ConvertAll(task =>
            (Math.Max(
                SmallestBox / 2, TaskFacts.CpuUnits(task) / unitCpu), Math.Max(SmallestBox / 2, TaskFacts.MemoryMiB(task) / unitMemory)));
        var blocks = Shelves.Place(sizes, Width(sizes), GapX / 2, GapX / 2);
        Tasks.AddRange(tasks.Zip(blocks, (task, at) => Task(task, Fargate, at)));
        var (cpu, memory) = (tasks.Sum(TaskFacts.CpuUnits), tasks.Sum(TaskFacts.MemoryMiB));
        Zones.Add(new(
            $"{cluster}/{Fargate}",
            cluster,
            Fargate,
            IsFargate: true,
            blocks.Max(block => block.Right),
            blocks.Max(block => block.Bottom),
            0,
            tasks.Count,
            new(cpu, cpu),
            new(memory, memory)));
    }

    private DrawnTask Task(EcsTask task, string? zone, Block? at) => new(
        EcsArn.IdOf(task.TaskArn!),
        cluster,
        zone,
        task.ContainerInstanceArn is { } instance ? EcsArn.IdOf(instance) : null,
        TaskGroup.ServiceOf(task.Group),
        EcsArn.IdOf(task.TaskDefinitionArn ?? "?"),
        task.LastStatus,
        task.DesiredStatus,
        task.HealthStatus is "UNKNOWN" ? null : task.HealthStatus,
        TaskFacts.CpuUnits(task),
        TaskFacts.MemoryMiB(task),
        TaskFacts.Reason(task),
        TaskFacts.ExitCode(task),
        task.StoppedAt,
        at);

    // About as high as wide, and never narrower than the widest.
    private static double Width(List<(double Width, double Height)> sizes) =>
        Math.Max(sizes.Max(size => size.Width), 1.1 * Math.Sqrt(sizes.Sum(size => (size.Width + GapX) * (size.Height + GapY))));

    private static int Total(ContainerInstance instance, string resource) =>
        instance.RegisteredResources?.Find(one => one.Name == resource)?.IntegerValue ?? 0;

    private static Amount Used(ContainerInstance instance, string resource)
    {
        var total = Total(instance, resource);
        return new(total - (instance.RemainingResources?.Find(one => one.Name == resource)?.IntegerValue ?? total), total);
    }

    private static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(default(Amount), (sum, amount) => sum + amount);

    /// <summary>The median of the instances, else four times that of the tasks.</summary>
    private static double Typical(IEnumerable<int> ofInstances, IEnumerable<int> ofTasks, int usual) =>
        Median(ofInstances) is var median and > 0 ? median : Median(ofTasks) is var task and > 0 ? task * 4 : usual;

    private static int Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Where(number => number > 0).Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
