using System.Collections;
using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;
using KeyValuePair = EcsTools.Model.KeyValuePair;

namespace EcsTools.Tests.Formatting;

/// <summary>Resources as a person meets them, seen at the moment at which the clock of <see cref="Viewer"/> stands.</summary>
internal static class Samples
{
    public const string Prefix = "arn:aws:ecs:eu-west-1:123456789012:";

    public static readonly DateTime Now = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Every kind of object that has a table, under the name of its golden file.</summary>
    public static IReadOnlyDictionary<string, IEnumerable> Tables { get; } = new Dictionary<string, IEnumerable>
    {
        ["Attribute"] = Attributes,
        ["CapacityProvider"] = AccountSamples.CapacityProviders,
        ["Cluster"] = Clusters,
        ["Container"] = Tasks.SelectMany(t => t.Containers!),
        ["ContainerDefinition"] = Definitions[0].ContainerDefinitions!,
        ["ContainerInstance"] = Instances,
        ["DaemonContainerDefinition"] = DaemonSamples.Definitions[0].ContainerDefinitions!,
        ["DaemonDeployment"] = DaemonSamples.Deployments,
        ["DaemonDeploymentRevisionDetail"] = DaemonSamples.Deployments[0].SourceDaemonRevisions!.Prepend(DaemonSamples.Deployments[0].TargetDaemonRevision!),
        ["DaemonDetail"] = DaemonSamples.Daemons,
        ["DaemonRevision"] = DaemonSamples.Revisions,
        ["DaemonRevisionDetail"] = DaemonSamples.Daemons[0].CurrentRevisions!,
        ["DaemonTaskDefinition"] = DaemonSamples.Definitions,
        ["Deployment"] = Services[0].Deployments!,
        ["DeploymentLifecycleHookDetail"] = DeploymentSamples.Deployments[0].LifecycleHookDetails!,
        ["ECSExpressGatewayService"] = GatewaySamples.ExpressServices,
        ["ElbGatewayResources"] = GatewaySamples.LoadBalancers,
        ["Failure"] = Failures,
        ["Gateway"] = GatewaySamples.Gateways,
        ["GatewayClusterAssociationSummary"] = GatewaySamples.Associations,
        ["GatewayResourceFailure"] = GatewaySamples.Failures,
        ["GatewayRoute"] = GatewaySamples.Routes,
        ["KeyValuePair"] = new KeyValuePair[] { new() { Name = "LOG_LEVEL", Value = "debug" }, new() { Name = "PORT", Value = "8080" } },
        ["ProtectedTask"] = AccountSamples.ProtectedTasks,
        ["Resource"] = Instances[0].RegisteredResources!,
        ["Service"] = Services,
        ["ServiceCurrentRevisionSummary"] = new ServiceCurrentRevisionSummary[] { new() { Arn = Prefix + "service-revision/prod/web/4980306466373577095", RequestedTaskCount = 6, RunningTaskCount = 4, PendingTaskCount = 2 } },
        ["ServiceDeployment"] = DeploymentSamples.Deployments,
        ["ServiceEvent"] = Services[0].Events!,
        ["ServiceRevision"] = DeploymentSamples.Revisions,
        ["ServiceRevisionSummary"] = DeploymentSamples.Deployments[..1].SelectMany(d => d.SourceServiceRevisions!.Prepend(d.TargetServiceRevision!)),
        ["Setting"] = AccountSamples.Settings,
        ["Tag"] = new Tag[] { new() { Key = "team", Value = "web" }, new() { Key = "aws:ecs:clusterName", Value = "prod" } },
        ["Task"] = Tasks,
        ["TaskDefinition"] = Definitions,
        ["TaskDefinitionFamily"] = new TaskDefinitionFamily[] { new("web"), new("payments-worker") },
        ["TaskSet"] = DeploymentSamples.TaskSets,
        ["UpdatedExpressGatewayService"] = GatewaySamples.Updated,
    };

    /// <summary>Every kind of object that has a list.</summary>
    public static IReadOnlyDictionary<string, IEnumerable> Lists { get; } = new Dictionary<string, IEnumerable>
    {
        ["AwsVpcConfiguration"] = new[] { DeploymentSamples.Network },
        ["CapacityProvider"] = AccountSamples.CapacityProviders,
        ["Cluster"] = Clusters,
        ["Container"] = Tasks.SelectMany(t => t.Containers!),
        ["ContainerDefinition"] = Definitions[0].ContainerDefinitions!,
        ["ContainerInstance"] = Instances,
        ["DaemonDeployment"] = DaemonSamples.Deployments,
        ["DaemonDetail"] = DaemonSamples.Daemons,
        ["DaemonRevision"] = DaemonSamples.Revisions,
        ["DaemonTaskDefinition"] = DaemonSamples.Definitions,
        ["Deployment"] = Services[0].Deployments!,
        ["DeploymentConfiguration"] = DeploymentSamples.Configurations,
        ["DiscoverPollEndpointResponse"] = AccountSamples.PollEndpoints,
        ["ECSExpressGatewayService"] = GatewaySamples.ExpressServices,
        ["ExecuteCommandResponse"] = AccountSamples.Commands,
        ["ExpressGatewayServiceConfiguration"] = new[] { GatewaySamples.Configuration },
        ["Gateway"] = GatewaySamples.Gateways,
        ["GatewayResources"] = GatewaySamples.Resources,
        ["GatewayRoute"] = GatewaySamples.Routes,
        ["Service"] = Services,
        ["ServiceDeployment"] = DeploymentSamples.Deployments,
        ["ServiceRevision"] = DeploymentSamples.Revisions,
        ["Session"] = AccountSamples.Commands.Select(c => c.Session!),
        ["Task"] = Tasks,
        ["TaskDefinition"] = Definitions,
        ["TaskSet"] = DeploymentSamples.TaskSets,
        ["UpdatedExpressGatewayService"] = GatewaySamples.Updated,
    };

    private static Cluster[] Clusters =>
    [
        new()
        {
            ClusterArn = Prefix + "cluster/prod", ClusterName = "prod", Status = "ACTIVE", ActiveServicesCount = 12, RunningTasksCount = 148, PendingTasksCount = 3,
            RegisteredContainerInstancesCount = 20, CapacityProviders = ["FARGATE", "FARGATE_SPOT"], Settings = [new() { Name = "containerInsights", Value = "enabled" }],
            DefaultCapacityProviderStrategy = [new() { CapacityProvider = "FARGATE", Base = 1, Weight = 1 }, new() { CapacityProvider = "FARGATE_SPOT", Weight = 3 }],
            Tags = [new() { Key = "team", Value = "web" }, new() { Key = "stage", Value = "prod" }],
        },
        new() { ClusterArn = Prefix + "cluster/test", ClusterName = "test", Status = "ACTIVE", ActiveServicesCount = 1, RunningTasksCount = 0, PendingTasksCount = 0, RegisteredContainerInstancesCount = 0 },
        new() { ClusterArn = Prefix + "cluster/attic", ClusterName = "attic", Status = "INACTIVE", ActiveServicesCount = 0, RunningTasksCount = 0, PendingTasksCount = 0, RegisteredContainerInstancesCount = 0 },
    ];

    private static Service[] Services =>
    [
        new()
        {
            ServiceArn = Prefix + "service/prod/web", ServiceName = "web", ClusterArn = Prefix + "cluster/prod", Status = "ACTIVE", DesiredCount = 6, RunningCount = 5, PendingCount = 1,
            TaskDefinition = Prefix + "task-definition/web:12", LaunchType = "EC2", SchedulingStrategy = "REPLICA", CreatedAt = Now.AddDays(-40),
            DeploymentConfiguration = new() { MinimumHealthyPercent = 50, MaximumPercent = 150, DeploymentCircuitBreaker = new() { Enable = true, Rollback = true } },
            PlacementStrategy = [new() { Type = "spread", Field = "attribute:ecs.availability-zone" }, new() { Type = "spread", Field = "instanceId" }],
            LoadBalancers = [new() { ContainerName = "web", ContainerPort = 80, TargetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/6d0ecf831eec9f09" }],
            Deployments =
            [
                new()
                {
                    Id = "ecs-svc/1938472650193847265", Status = "PRIMARY", TaskDefinition = Prefix + "task-definition/web:12", DesiredCount = 6, RunningCount = 2, PendingCount = 1, FailedTasks = 2,
                    CreatedAt = Now.AddMinutes(-4), RolloutState = "IN_PROGRESS", RolloutStateReason = "ECS deployment ecs-svc/1938472650193847265 in progress.",
                },
                new()
                {
                    Id = "ecs-svc/0293847561029384756", Status = "ACTIVE", TaskDefinition = Prefix + "task-definition/web:11", DesiredCount = 3, RunningCount = 3, PendingCount = 0, FailedTasks = 0,
                    CreatedAt = Now.AddDays(-6), RolloutState = "COMPLETED", RolloutStateReason = "ECS deployment ecs-svc/0293847561029384756 completed.",
                },
            ],
            Events =
            [
                new()
                {
                    CreatedAt = Now.AddSeconds(-50),
                    Message = "(service web) was unable to place a task because no container instance met all of its requirements. Reason: The closest matching "
                        + "(container-instance 9a81f2c0d7e64b53a8f10c2d3e4f5a6b) has insufficient memory available. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.",
                },
                new() { CreatedAt = Now.AddMinutes(-3), Message = "(service web) has started 1 tasks: (task 3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b)." },
                new() { CreatedAt = Now.AddHours(-5), Message = "(service web) has reached a steady state." },
                new() { CreatedAt = Now.AddHours(-6), Message = "(service web) (deployment ecs-svc/0293847561029384756) deployment completed." },
                new() { CreatedAt = Now.AddHours(-7), Message = "(service web) has stopped 2 running tasks: (task 77aa91c04b7d4e5f8a6b0c1d2e3f4a5b) (task 78aa91c04b7d4e5f8a6b0c1d2e3f4a5b)." },
                new() { CreatedAt = Now.AddHours(-8), Message = "(service web) the sixth event is not in the list." },
            ],
        },
        new()
        {
            ServiceArn = Prefix + "service/prod/payments-worker", ServiceName = "payments-worker", ClusterArn = Prefix + "cluster/prod", Status = "DRAINING", DesiredCount = 0, RunningCount = 0, PendingCount = 0,
            TaskDefinition = Prefix + "task-definition/payments-worker:142", CreatedAt = Now.AddHours(-3), SchedulingStrategy = "REPLICA",
            CapacityProviderStrategy = [new() { CapacityProvider = "FARGATE", Base = 1, Weight = 1 }, new() { CapacityProvider = "FARGATE_SPOT", Weight = 3 }],
            NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"], SecurityGroups = ["sg-0f1e2d3c"] } },
            Deployments = [new() { Id = "ecs-svc/5550193847265019384", Status = "PRIMARY", TaskDefinition = Prefix + "task-definition/payments-worker:142", DesiredCount = 0, RunningCount = 0, RolloutState = "FAILED", FailedTasks = 5, CreatedAt = Now.AddHours(-3) }],
        },
        new()
        {
            ServiceArn = Prefix + "service/test/agent", ServiceName = "agent", ClusterArn = Prefix + "cluster/test", Status = "ACTIVE", DesiredCount = 3, RunningCount = 3, PendingCount = 0,
            TaskDefinition = Prefix + "task-definition/agent:1", LaunchType = "EC2", SchedulingStrategy = "DAEMON", CreatedAt = Now.AddSeconds(-12),
            Deployments = [new() { Id = "ecs-svc/7770193847265019384", Status = "PRIMARY", TaskDefinition = Prefix + "task-definition/agent:1", DesiredCount = 3, RunningCount = 3, RolloutState = "COMPLETED", CreatedAt = Now.AddSeconds(-12) }],
        },
    ];

    private static EcsTask[] Tasks =>
    [
        new()
        {
            TaskArn = Prefix + "task/prod/3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b", ClusterArn = Prefix + "cluster/prod", TaskDefinitionArn = Prefix + "task-definition/web:12", LastStatus = "RUNNING", DesiredStatus = "RUNNING",
            HealthStatus = "HEALTHY", AvailabilityZone = "eu-west-1a", ContainerInstanceArn = Prefix + "container-instance/prod/9a81f2c0d7e64b53a8f10c2d3e4f5a6b", LaunchType = "EC2", Group = "service:web", Cpu = "256", Memory = "512",
            StartedBy = "ecs-svc/1938472650193847265", CreatedAt = Now.AddMinutes(-3), StartedAt = Now.AddMinutes(-2),
            Containers =
            [
                new() { Name = "web", Image = "nginx:1.27", LastStatus = "RUNNING", HealthStatus = "HEALTHY", NetworkBindings = [new() { BindIP = "0.0.0.0", ContainerPort = 80, HostPort = 49153, Protocol = "tcp" }] },
                new() { Name = "log-router", Image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/log-router:2.1.0", LastStatus = "RUNNING", HealthStatus = "UNKNOWN" },
            ],
        },
        new()
        {
            TaskArn = Prefix + "task/prod/58c0d7e64b53a8f10c2d3e4f5a6b9a81", ClusterArn = Prefix + "cluster/prod", TaskDefinitionArn = Prefix + "task-definition/web:12", LastStatus = "PENDING", DesiredStatus = "RUNNING",
            AvailabilityZone = "eu-west-1b", ContainerInstanceArn = Prefix + "container-instance/prod/b1c2d3e4f5a60718293a4b5c6d7e8f90", LaunchType = "EC2", Group = "service:web", CreatedAt = Now.AddSeconds(-8),
            Containers = [new() { Name = "web", Image = "nginx:1.27", LastStatus = "PENDING", HealthStatus = "UNKNOWN" }],
        },
        new()
        {
            TaskArn = Prefix + "task/prod/77aa91c04b7d4e5f8a6b0c1d2e3f4a5b", ClusterArn = Prefix + "cluster/prod", TaskDefinitionArn = Prefix + "task-definition/payments-worker:142", LastStatus = "STOPPED", DesiredStatus = "STOPPED",
            AvailabilityZone = "eu-west-1c", LaunchType = "FARGATE", CapacityProviderName = "FARGATE_SPOT", Group = "service:payments-worker", CreatedAt = Now.AddHours(-2), StartedAt = Now.AddHours(-2), StoppedAt = Now.AddMinutes(-9), Cpu = "256", Memory = "512",
            StopCode = "EssentialContainerExited", StoppedReason = "Essential container in task exited",
            Containers = [new() { Name = "worker", Image = "payments:142", LastStatus = "STOPPED", ExitCode = 137, Reason = "OutOfMemoryError: Container killed due to memory usage", NetworkInterfaces = [new() { PrivateIpv4Address = "10.0.1.12" }] }],
        },
        new()
        {
            TaskArn = Prefix + "task/prod/aa1091c04b7d4e5f8a6b0c1d2e3f4a5b", ClusterArn = Prefix + "cluster/prod", TaskDefinitionArn = Prefix + "task-definition/web:11", LastStatus = "RUNNING", DesiredStatus = "RUNNING", HealthStatus = "UNHEALTHY",
            AvailabilityZone = "eu-west-1a", ContainerInstanceArn = Prefix + "container-instance/prod/9a81f2c0d7e64b53a8f10c2d3e4f5a6b", LaunchType = "EC2", Group = "service:web", CreatedAt = Now.AddDays(-6),
            Containers = [new() { Name = "web", Image = "nginx:1.26", LastStatus = "RUNNING", HealthStatus = "UNHEALTHY" }],
        },
    ];

    private static TaskDefinition[] Definitions =>
    [
        new()
        {
            TaskDefinitionArn = Prefix + "task-definition/web:12", Family = "web", Revision = 12, Status = "ACTIVE", NetworkMode = "bridge", Compatibilities = ["EXTERNAL", "EC2"], RegisteredAt = Now.AddMinutes(-5),
            ContainerDefinitions =
            [
                new() { Name = "web", Image = "nginx:1.27", Cpu = 256, Memory = 512, MemoryReservation = 128, Essential = true, PortMappings = [new() { ContainerPort = 80, HostPort = 0, Protocol = "tcp" }, new() { ContainerPort = 443, HostPort = 8443, Protocol = "tcp" }] },
                new() { Name = "log-router", Image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/log-router:2.1.0", Cpu = 64, Memory = 128, Essential = false },
            ],
            Volumes = [new() { Name = "data" }], Tags = [new() { Key = "team", Value = "web" }],
        },
        new()
        {
            TaskDefinitionArn = Prefix + "task-definition/payments-worker:142", Family = "payments-worker", Revision = 142, Status = "INACTIVE", NetworkMode = "awsvpc", RequiresCompatibilities = ["FARGATE"], Cpu = "1024", Memory = "2048",
            RuntimePlatform = new() { CpuArchitecture = "ARM64", OperatingSystemFamily = "LINUX" }, RegisteredAt = Now.AddDays(-90), DeregisteredAt = Now.AddDays(-1), ExecutionRoleArn = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
            ContainerDefinitions = [new() { Name = "worker", Image = "payments:142", Essential = true }],
        },
    ];

    private static ContainerInstance[] Instances =>
    [
        Instance("9a81f2c0d7e64b53a8f10c2d3e4f5a6b", "i-0a1b2c3d4e5f60718", "eu-west-1a", "ACTIVE", true, 3, 1024, 0),
        Instance("b1c2d3e4f5a60718293a4b5c6d7e8f90", "i-0b2c3d4e5f6071829", "eu-west-1b", "DRAINING", true, 2, 1536, 2880),
        Instance("c0ffee00d7e64b53a8f10c2d3e4f5a6b", "i-0c3d4e5f607182930", "eu-west-1c", "ACTIVE", false, 0, 2048, 3840),
    ];

    private static Attribute[] Attributes =>
    [
        new() { Name = "ecs.availability-zone", Value = "eu-west-1a", TargetId = Prefix + "container-instance/prod/9a81f2c0d7e64b53a8f10c2d3e4f5a6b" },
        new() { Name = "com.amazonaws.ecs.capability.docker-remote-api.1.44" },
    ];

    private static Failure[] Failures =>
    [
        new() { Reason = "MISSING", Arn = Prefix + "task/prod/3f2a91c04b7d4e5f8a6b0c1d2e3f4a5b" },
        new() { Reason = "RESOURCE:MEMORY", Arn = Prefix + "container-instance/prod/9a81f2c0d7e64b53a8f10c2d3e4f5a6b", Detail = "512 MiB asked, 128 MiB left" },
    ];

    private static ContainerInstance Instance(string id, string machine, string zone, string status, bool connected, int tasks, int cpu, int memory) => new()
    {
        ContainerInstanceArn = Prefix + "container-instance/prod/" + id, Ec2InstanceId = machine, Status = status, AgentConnected = connected, RunningTasksCount = tasks, PendingTasksCount = 0,
        VersionInfo = new() { AgentVersion = "1.89.2", DockerVersion = "DockerVersion: 25.0.6" }, RegisteredAt = Now.AddDays(-9),
        Attributes = [new() { Name = "ecs.availability-zone", Value = zone }, new() { Name = "ecs.instance-type", Value = "t3.medium" }, new() { Name = "ecs.capability.execution-role-awslogs" }],
        RegisteredResources = [Amount("CPU", 2048), Amount("MEMORY", 3840), PortSet],
        RemainingResources = [Amount("CPU", cpu), Amount("MEMORY", memory), PortSet],
    };

    private static Resource PortSet => new() { Name = "PORTS", Type = "STRINGSET", StringSetValue = ["22", "2375", "2376", "51678", "51679"] };

    private static Resource Amount(string name, int value) => new() { Name = name, Type = "INTEGER", IntegerValue = value };
}
