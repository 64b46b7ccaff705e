using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Local.Engine.Capacity;

/// <summary>A type of EC2 instance: of the families m5 and m6g, which have four GiB for each core.</summary>
internal sealed record InstanceType(string Size, int Cores)
{
    private const int CpuPerCore = 1024, MemoryPerCore = 4 * 1024 * 95 / 100; // the operating system and the agent take the rest
    private static readonly InstanceType[] Types =
        [
            new("large", 2), new("xlarge", 4), new("2xlarge", 8), new("4xlarge", 16), new("8xlarge", 32), new("12xlarge", 48),
            new("16xlarge", 64),
        ];

    private string Architecture { get; init; } = InstanceState.UsualArchitecture;

    /// <summary>The smallest on which every one of the tasks has room, else the largest.</summary>
    public static InstanceType For(IReadOnlyCollection<TaskRequirements> tasks)
    {
        var type = Array.Find(Types, type =>
            tasks.All(task => task.Cpu <= type.Cores * CpuPerCore && task.MemoryMiB <= type.Cores * MemoryPerCore)) ?? Types[^1];
        return type with { Architecture = tasks.FirstOrDefault()?.CpuArchitecture == CPUArchitecture.Arm64
            ? "arm64"
            : InstanceState.UsualArchitecture };
    }

    public List<Resource> Resources() =>
    [
        Whole(new() { Name = "CPU", Type = "INTEGER", IntegerValue = Cores * CpuPerCore }),
        Whole(new() { Name = "MEMORY", Type = "INTEGER", IntegerValue = Cores * MemoryPerCore }),
        new() { Name = "PORTS", Type = "STRINGSET", StringSetValue = ["22", "2375", "2376", "51678", "51679"] },
        new() { Name = "PORTS_UDP", Type = "STRINGSET", StringSetValue = [] },
    ];

    /// <summary>A number in all its kinds, as ECS shows it: 0 in those that it isn't of.</summary>
    public static Resource Whole(Resource resource)
    {
        if (resource.Type == "STRINGSET") return resource;
        var whole = resource.Copy();
        (whole.DoubleValue, whole.LongValue, whole.IntegerValue) = (whole.DoubleValue ?? 0, whole.LongValue ?? 0, whole.IntegerValue ?? 0);
        return whole;
    }

    public List<Attribute> Attributes() =>
    [
        new() { Name = "ecs.instance-type", Value = $"{(Architecture == "arm64" ? "m6g" : "m5")}.{Size}" },
        new() { Name = "ecs.os-type", Value = "linux" },
        new() { Name = InstanceAttributes.OsFamily, Value = "LINUX" },
        new() { Name = InstanceAttributes.CpuArchitecture, Value = Architecture },
    ];
}
