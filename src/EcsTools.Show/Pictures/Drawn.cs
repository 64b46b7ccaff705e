namespace EcsTools.Show.Pictures;

/// <summary>Something that the picture shows. The ID stays the same from one picture to the next.</summary>
internal interface IDrawn
{
    string Id { get; }
}

/// <summary>A cluster, and the sums over it.</summary>
internal sealed record DrawnCluster(
    string Id, string Arn, string? Status, int Instances, int Running, int Pending, int Services, Amount Cpu, Amount Memory) : IDrawn;

/// <summary>
/// An Availability Zone, Fargate, or the place of instances without a zone. Its instances, or tasks on Fargate, lie in it.
/// </summary>
internal sealed record DrawnZone(
    string Id,
    string Cluster,
    string Name,
    bool IsFargate,
    double Width,
    double Height,
    int Instances,
    int Tasks,
    Amount Cpu,
    Amount Memory) : IDrawn;

/// <summary>A container instance: as wide as its CPU and as high as its memory.</summary>
internal sealed record DrawnInstance(
    string Id,
    string Cluster,
    string Zone,
    string Name,
    string? Type,
    string? Status,
    bool IsConnected,
    int Tasks,
    Amount Cpu,
    Amount Memory,
    Block At) : IDrawn;

/// <summary>A task at its size, in its instance or in the zone of Fargate. A task that waits, or has stopped, lies nowhere.</summary>
internal sealed record DrawnTask(
    string Id,
    string Cluster,
    string? Zone,
    string? Instance,
    string? Service,
    string Revision,
    string? Status,
    string? Desired,
    string? Health,
    int Cpu,
    int Memory,
    string? Reason,
    int? ExitCode,
    DateTime? StoppedAt,
    Block? At) : IDrawn;

/// <summary>Tasks that find no room, with the reason.</summary>
internal sealed record DrawnWait(string Id, string Cluster, string? Service, string Name, int Count, string Reason) : IDrawn;

/// <summary>A service with its deployments. Least and most are the numbers of tasks that its percents allow during a rollout.</summary>
internal sealed record DrawnService(
    string Id, string Cluster, string Name, string? Status, string? Scheduling, int Desired, int Running, int Pending, int Least, int Most,
    IReadOnlyList<DrawnDeployment> Deployments, DrawnRollout? Rollout, string? LastEvent) : IDrawn;

/// <summary>A deployment of a service, or a task set: one revision with its tasks.</summary>
internal sealed record DrawnDeployment(
    string Id, string Revision, string? Status, string? State, int Desired, int Running, int Pending, int Failed, double? Traffic);

/// <summary>The service deployment in progress: stage, and failed tasks of as many as the circuit breaker allows.</summary>
internal sealed record DrawnRollout(string? Status, string? Stage, int? Failed, int? Allowed);

/// <summary>An event of a service.</summary>
internal sealed record DrawnEvent(string Id, string Cluster, string Service, DateTime? At, string Message) : IDrawn;

/// <summary>The clock of a local ECS: its pace, its speed if it runs by itself, paused or not, and its time if it stands still.</summary>
internal sealed record DrawnClock(string Id, string Pace, double? Speed, DateTimeOffset? Time) : IDrawn;

/// <summary>How much of something is used.</summary>
internal readonly record struct Amount(int Used, int Total)
{
    public static Amount operator +(Amount one, Amount other) => new(one.Used + other.Used, one.Total + other.Total);
}
