namespace EcsTools.Scheduling.Placement;

/// <summary>The names of the attributes that ECS itself gives to container instances and places tasks by.</summary>
internal static class InstanceAttributes
{
    /// <summary>The zone of the instance: <c>us-east-1a</c>.</summary>
    public const string AvailabilityZone = "ecs.availability-zone";

    /// <summary>The subnet that the instance is in: <c>subnet-0a1b2c3d</c>.</summary>
    public const string Subnet = "ecs.subnet-id";

    /// <summary>The family of its operating system: <c>LINUX</c>, <c>WINDOWS_SERVER_2022_CORE</c>.</summary>
    public const string OsFamily = "ecs.os-family";

    /// <summary>The architecture of its CPU: <c>x86_64</c>, <c>arm64</c>.</summary>
    public const string CpuArchitecture = "ecs.cpu-architecture";
}
