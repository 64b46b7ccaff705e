using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Services;

namespace EcsTools.Rules.RunningServices;

/// <summary>A service as the rules look at it.</summary>
internal sealed record RunningService
{
    /// <summary>The service with its events.</summary>
    public required Service Service { get; init; }

    /// <summary>The task definition that it runs; null if its task sets have their own.</summary>
    public TaskDefinition? Definition { get; init; }

    /// <summary>Its tasks.</summary>
    public IReadOnlyList<Model.Task> Tasks { get; init; } = [];

    /// <summary>The container instances of its cluster.</summary>
    public IReadOnlyList<ContainerInstance> Instances { get; init; } = [];

    /// <summary>The time of the cluster's clock.</summary>
    public required DateTime Now { get; init; }

    public bool IsDaemon => Service.SchedulingStrategy == SchedulingStrategy.Daemon;

    /// <summary>Whether ECS itself replaces the tasks, some at a time.</summary>
    public bool IsRolling =>
        Service.DeploymentController?.Type is null or DeploymentControllerType.Ecs
            && Service.DeploymentConfiguration?.Strategy is null or DeploymentStrategy.Rolling;

    public int Desired => Service.DesiredCount ?? 0;

    public Deployment? Primary => Service.Deployments?.Find(deployment => deployment.Status == "PRIMARY");

    public IEnumerable<ContainerDefinition> Containers => Definition?.ContainerDefinitions ?? [];

    /// <summary>The instances that the service's tasks run on.</summary>
    public IEnumerable<ContainerInstance> Hosts =>
        Instances.Where(instance => Tasks.Any(task => task.ContainerInstanceArn == instance.ContainerInstanceArn));

    public int Maximum =>
        Service.DeploymentConfiguration?.MaximumPercent
            ?? (IsDaemon ? DeploymentLimits.DaemonMaximumPercent : DeploymentLimits.ReplicaMaximumPercent);

    public int Minimum =>
        Service.DeploymentConfiguration?.MinimumHealthyPercent
            ?? (IsDaemon ? DeploymentLimits.DaemonMinimumHealthyPercent : DeploymentLimits.ReplicaMinimumHealthyPercent);

    /// <summary>How many more of its tasks an instance has room for. Ports and constraints are not looked at.</summary>
    public int RoomOn(ContainerInstance instance) =>
        instance is not { Status: "ACTIVE", AgentConnected: true }
            ? 0
            : Math.Min(Fits(instance.CpuLeft, Cpu), Fits(instance.MemoryLeft, Memory));

    private int Cpu => Number(TaskSize.Cpu(Definition?.Cpu)) ?? Containers.Sum(container => container.Cpu ?? 0);

    private int Memory =>
        Number(TaskSize.Memory(Definition?.Memory)) ?? Containers.Sum(container => container.MemoryReservation ?? container.Memory ?? 0);

    private static int Fits(int? left, int needed) => needed <= 0 ? int.MaxValue : Math.Max(0, left ?? 0) / needed;

    private static int? Number(string? text) => int.TryParse(text, out var number) ? number : null;
}
