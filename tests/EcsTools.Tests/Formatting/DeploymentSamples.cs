using EcsTools.Model;
using static EcsTools.Tests.Formatting.Samples;

namespace EcsTools.Tests.Formatting;

/// <summary>Service deployments, revisions and task sets as a person meets them.</summary>
internal static class DeploymentSamples
{
    private const string Revision = Prefix + "service-revision/prod/web/";

    public static ServiceDeployment[] Deployments =>
    [
        new()
        {
            ServiceDeploymentArn = Prefix + "service-deployment/prod/web/NCWGC2ZR-taawPAYrIaU5", ServiceArn = Prefix + "service/prod/web", ClusterArn = Prefix + "cluster/prod",
            Status = "IN_PROGRESS", LifecycleStage = "POST_TEST_TRAFFIC_SHIFT", CreatedAt = Now.AddMinutes(-12), StartedAt = Now.AddMinutes(-12), UpdatedAt = Now.AddSeconds(-20),
            TargetServiceRevision = new() { Arn = Revision + "4980306466373577095", RequestedTaskCount = 6, RunningTaskCount = 4, PendingTaskCount = 2, RequestedTestTrafficWeight = 100, RequestedProductionTrafficWeight = 0 },
            SourceServiceRevisions = [new() { Arn = Revision + "1179238465102938475", RequestedTaskCount = 6, RunningTaskCount = 6, PendingTaskCount = 0, RequestedTestTrafficWeight = 0, RequestedProductionTrafficWeight = 100 }],
            LifecycleHookDetails =
            [
                new() { HookId = "smoke-test", Status = "SUCCEEDED", TargetType = "AWS_LAMBDA", TargetArn = "arn:aws:lambda:eu-west-1:123456789012:function:smoke-test" },
                new() { HookId = "approval", Status = "AWAITING_ACTION", TargetType = "PAUSE", ExpiresAt = Now.AddMinutes(48), TimeoutAction = "ROLLBACK" },
            ],
            DeploymentConfiguration = new() { Strategy = "BLUE_GREEN", MinimumHealthyPercent = 100, MaximumPercent = 200 },
            DeploymentCircuitBreaker = new() { Status = "MONITORING", FailureCount = 1, Threshold = 3 },
            Alarms = new() { Status = "MONITORING", AlarmNames = ["web-5xx", "web-latency"] },
        },
        new()
        {
            ServiceDeploymentArn = Prefix + "service-deployment/prod/web/0c1DwM2rC3oJ6hWcFvXkQ", ServiceArn = Prefix + "service/prod/web", ClusterArn = Prefix + "cluster/prod",
            Status = "ROLLBACK_SUCCESSFUL", StatusReason = "Service deployment rolled back because the circuit breaker threshold was exceeded.",
            CreatedAt = Now.AddDays(-2), StartedAt = Now.AddDays(-2), FinishedAt = Now.AddDays(-2).AddMinutes(9), TargetServiceRevision = new() { Arn = Revision + "2270938475610293847", RequestedTaskCount = 0, RunningTaskCount = 0 },
            DeploymentCircuitBreaker = new() { Status = "TRIGGERED", FailureCount = 3, Threshold = 3 },
            Rollback = new() { Reason = "Circuit breaker", StartedAt = Now.AddDays(-2).AddMinutes(4), ServiceRevisionArn = Revision + "1179238465102938475" },
        },
        new()
        {
            ServiceDeploymentArn = Prefix + "service-deployment/prod/payments-worker/a8YxLp0Qz2mN4vBc7KdEu", ServiceArn = Prefix + "service/prod/payments-worker", ClusterArn = Prefix + "cluster/prod",
            Status = "SUCCESSFUL", CreatedAt = Now.AddHours(-3), StartedAt = Now.AddHours(-3), FinishedAt = Now.AddHours(-3).AddSeconds(95),
            TargetServiceRevision = new() { Arn = Prefix + "service-revision/prod/payments-worker/6610293847561029384", RequestedTaskCount = 2, RunningTaskCount = 2, PendingTaskCount = 0 },
        },
    ];

    public static DeploymentConfiguration[] Configurations =>
    [
        new()
        {
            Strategy = "CANARY", MinimumHealthyPercent = 100, MaximumPercent = 200, BakeTimeInMinutes = 10, CanaryConfiguration = new() { CanaryPercent = 5, CanaryBakeTimeInMinutes = 15 },
            DeploymentCircuitBreaker = new() { Enable = true, Rollback = true }, Alarms = new() { Enable = true, Rollback = true, AlarmNames = ["web-5xx"] },
            LifecycleHooks = [new() { TargetType = "AWS_LAMBDA", HookTargetArn = "arn:aws:lambda:eu-west-1:123456789012:function:smoke-test", LifecycleStages = ["POST_TEST_TRAFFIC_SHIFT"] }],
        },
    ];

    public static ServiceRevision[] Revisions =>
    [
        new()
        {
            ServiceRevisionArn = Revision + "4980306466373577095", ServiceArn = Prefix + "service/prod/web", ClusterArn = Prefix + "cluster/prod", TaskDefinition = Prefix + "task-definition/web:12", CreatedAt = Now.AddMinutes(-12),
            CapacityProviderStrategy = [new() { CapacityProvider = "FARGATE", Base = 1, Weight = 1 }, new() { CapacityProvider = "FARGATE_SPOT", Weight = 3 }], PlatformFamily = "Linux", PlatformVersion = "1.4.0",
            ContainerImages = [new() { ContainerName = "web", Image = "nginx:1.27", ImageDigest = "sha256:0a399eb16751829e1af26fea27b20c3ec28d7ab1fb72182879dcae1cca21206a" }, new() { ContainerName = "log-router", Image = "fluent-bit:3.1" }],
            NetworkConfiguration = new() { AwsvpcConfiguration = Network }, LoadBalancers = [new() { ContainerName = "web", ContainerPort = 80, TargetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/6d0ecf831eec9f09" }],
            VolumeConfigurations = [new() { Name = "data" }], ServiceConnectConfiguration = new() { Enabled = true, Namespace = "shop", Services = [new() { PortName = "http", ClientAliases = [new() { Port = 80, DnsName = "web" }] }] },
            GatewayConnectors = [new() { PortName = "http" }],
        },
        new() { ServiceRevisionArn = Revision + "1179238465102938475", ServiceArn = Prefix + "service/prod/web", ClusterArn = Prefix + "cluster/prod", TaskDefinition = Prefix + "task-definition/web:11", CreatedAt = Now.AddDays(-6), LaunchType = "EC2" },
    ];

    public static AwsVpcConfiguration Network => new() { Subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"], SecurityGroups = ["sg-0f1e2d3c"], AssignPublicIp = "DISABLED" };

    public static TaskSet[] TaskSets =>
    [
        TaskSet("1938472650193847265", "PRIMARY", 70, 7, 7, 0, "web:12", Now.AddMinutes(-40), "STEADY_STATE"),
        TaskSet("0293847561029384756", "ACTIVE", 30, 3, 1, 2, "web:13", Now.AddMinutes(-2), "STABILIZING"),
    ];

    private static TaskSet TaskSet(string id, string status, double share, int desired, int running, int pending, string definition, DateTime created, string stability) => new()
    {
        Id = "ecs-svc/" + id, TaskSetArn = Prefix + "task-set/prod/web/ecs-svc/" + id, ServiceArn = Prefix + "service/prod/web", ClusterArn = Prefix + "cluster/prod", Status = status, Scale = new() { Value = share, Unit = "PERCENT" },
        ComputedDesiredCount = desired, RunningCount = running, PendingCount = pending, TaskDefinition = Prefix + "task-definition/" + definition, CreatedAt = created, UpdatedAt = created.AddMinutes(1), StabilityStatus = stability,
        LaunchType = "FARGATE", PlatformFamily = "Linux", PlatformVersion = "1.4.0", NetworkConfiguration = new() { AwsvpcConfiguration = Network }, ExternalId = "blue-green-7",
        ServiceRegistries = [new() { RegistryArn = "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-utcrh6wavdkggqtk", ContainerName = "web", ContainerPort = 80 }],
    };
}
