using EcsTools.Model;
using static EcsTools.Tests.Formatting.Samples;

namespace EcsTools.Tests.Formatting;

/// <summary>Daemons and what belongs to them, as a person meets them.</summary>
internal static class DaemonSamples
{
    private const string Fleet = Prefix + "capacity-provider/fleet";

    public static DaemonDetail[] Daemons =>
    [
        new()
        {
            DaemonArn = Prefix + "daemon/prod/agent", ClusterArn = Prefix + "cluster/prod", Status = "ACTIVE", CreatedAt = Now.AddDays(-30), UpdatedAt = Now.AddMinutes(-6), DeploymentArn = Prefix + "daemon-deployment/prod/agent/6d0ecf831eec9f09",
            CurrentRevisions =
            [
                new() { Arn = Prefix + "daemon-revision/prod/agent/4980306466373577095", TotalRunningCount = 3, TotalWithoutDaemonCount = 1, CapacityProviders = [new() { Arn = Fleet, RunningCount = 3, WithoutDaemonCount = 1 }] },
                new() { Arn = Prefix + "daemon-revision/prod/agent/1179238465102938475", TotalRunningCount = 2, TotalWithoutDaemonCount = 0, CapacityProviders = [new() { Arn = Prefix + "capacity-provider/gpu", RunningCount = 2, WithoutDaemonCount = 0 }] },
            ],
        },
        new() { DaemonArn = Prefix + "daemon/prod/log-router", ClusterArn = Prefix + "cluster/prod", Status = "DELETE_IN_PROGRESS", CreatedAt = Now.AddDays(-3), UpdatedAt = Now.AddSeconds(-30) },
    ];

    public static DaemonDeployment[] Deployments =>
    [
        new()
        {
            DaemonDeploymentArn = Prefix + "daemon-deployment/prod/agent/6d0ecf831eec9f09", ClusterArn = Prefix + "cluster/prod", Status = "IN_PROGRESS", CreatedAt = Now.AddMinutes(-6), StartedAt = Now.AddMinutes(-6),
            TargetDaemonRevision = new() { Arn = Prefix + "daemon-revision/prod/agent/4980306466373577095", TotalRunningInstanceCount = 3, TotalWithoutDaemonInstanceCount = 2, TotalDrainingInstanceCount = 1, CapacityProviders = [new() { Arn = Fleet, RunningInstanceCount = 3, WithoutDaemonInstanceCount = 2, DrainingInstanceCount = 1 }] },
            SourceDaemonRevisions = [new() { Arn = Prefix + "daemon-revision/prod/agent/1179238465102938475", TotalRunningInstanceCount = 2 }],
            DeploymentConfiguration = new() { DrainPercent = 25, BakeTimeInMinutes = 10, Alarms = new() { Enable = true, AlarmNames = ["agent-lost"] } },
            CircuitBreaker = new() { Status = "MONITORING", FailureCount = 0, Threshold = 3 }, Alarms = new() { Status = "MONITORING", AlarmNames = ["agent-lost"] },
        },
        new()
        {
            DaemonDeploymentArn = Prefix + "daemon-deployment/prod/agent/0293847561029384", ClusterArn = Prefix + "cluster/prod", Status = "ROLLBACK_FAILED", StatusReason = "Tasks of the former revision could not be placed.", CreatedAt = Now.AddDays(-4), StartedAt = Now.AddDays(-4), FinishedAt = Now.AddDays(-4).AddMinutes(30),
            TargetDaemonRevision = new() { Arn = Prefix + "daemon-revision/prod/agent/2270938475610293847", TotalRunningInstanceCount = 0 },
            Rollback = new() { Reason = "Circuit breaker", StartedAt = Now.AddDays(-4).AddMinutes(10), RollbackTargetDaemonRevisionArn = Prefix + "daemon-revision/prod/agent/1179238465102938475" },
        },
    ];

    public static DaemonRevision[] Revisions =>
    [
        new()
        {
            DaemonRevisionArn = Prefix + "daemon-revision/prod/agent/4980306466373577095", DaemonArn = Prefix + "daemon/prod/agent", ClusterArn = Prefix + "cluster/prod", DaemonTaskDefinitionArn = Prefix + "daemon-task-definition/agent:3", CreatedAt = Now.AddMinutes(-6),
            Critical = true, EnableExecuteCommand = false, PropagateTags = "DAEMON", ContainerImages = [new() { ContainerName = "agent", Image = "agent:2.1" }],
        },
        new() { DaemonRevisionArn = Prefix + "daemon-revision/prod/agent/1179238465102938475", DaemonArn = Prefix + "daemon/prod/agent", ClusterArn = Prefix + "cluster/prod", DaemonTaskDefinitionArn = Prefix + "daemon-task-definition/agent:2", CreatedAt = Now.AddDays(-30), Critical = false },
    ];

    public static DaemonTaskDefinition[] Definitions =>
    [
        new()
        {
            DaemonTaskDefinitionArn = Prefix + "daemon-task-definition/agent:3", Family = "agent", Revision = 3, Status = "ACTIVE", Cpu = "256", Memory = "512", RegisteredAt = Now.AddHours(-1), TaskRoleArn = "arn:aws:iam::123456789012:role/agent", Volumes = [new() { Name = "logs" }],
            ContainerDefinitions = [new() { Name = "agent", Image = "agent:2.1", Cpu = 128, Memory = 256, MemoryReservation = 128 }, new() { Name = "helper", Image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/helper:9", Essential = false }],
        },
        new() { DaemonTaskDefinitionArn = Prefix + "daemon-task-definition/agent:2", Family = "agent", Revision = 2, Status = "DELETE_IN_PROGRESS", RegisteredAt = Now.AddDays(-30), DeleteRequestedAt = Now.AddHours(-1), ContainerDefinitions = [new() { Name = "agent", Image = "agent:2.0", Cpu = 64, MemoryReservation = 64 }] },
    ];
}
