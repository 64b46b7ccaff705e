using CsCheck;
using EcsTools.Model;
using EcsTools.Tests.Model;
using Attribute = EcsTools.Model.Attribute;
using KeyValuePair = EcsTools.Model.KeyValuePair;

namespace EcsTools.Tests.Formatting;

/// <summary>Objects as text, as in <c>"deployed $service"</c> or in a column of some other table.</summary>
public sealed class ToStringTests
{
    private const string Prefix = "arn:aws:ecs:eu-west-1:123456789012:";

    public static TheoryData<string, object> Objects => new()
    {
        { "prod", new Cluster { ClusterName = "prod" } },
        { "containerInsights=enabled", new ClusterSetting { Name = "containerInsights", Value = "enabled" } },
        { "web", new Service { ServiceName = "web" } },
        { "12:03:04 all is well", new ServiceEvent { CreatedAt = new DateTime(2026, 1, 1, 12, 3, 4, DateTimeKind.Local), Message = "all is well" } },
        { "ecs-svc/123 PRIMARY web:3 1/2", new Deployment { Id = "ecs-svc/123", Status = "PRIMARY", TaskDefinition = Prefix + "task-definition/web:3", DesiredCount = 2, RunningCount = 1 } },
        { "spread instanceId", new PlacementStrategy { Type = "spread", Field = "instanceId" } },
        { "random", new PlacementStrategy { Type = "random" } },
        { "distinctInstance", new PlacementConstraint { Type = "distinctInstance" } },
        { "memberOf attribute:a == b", new TaskDefinitionPlacementConstraint { Type = "memberOf", Expression = "attribute:a == b" } },
        { "web:80 of targetgroup/web/6d0e", new LoadBalancer { ContainerName = "web", ContainerPort = 80, TargetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/6d0e" } },
        { "web:80 of classic", new LoadBalancer { ContainerName = "web", ContainerPort = 80, LoadBalancerName = "classic" } },
        { "3f2a", new EcsTask { TaskArn = Prefix + "task/prod/3f2a" } },
        { "web (RUNNING)", new Container { Name = "web", LastStatus = "RUNNING" } },
        { "49153->80/tcp", new NetworkBinding { ContainerPort = 80, HostPort = 49153, Protocol = "tcp" } },
        { "49153-49155->80-82/udp", new NetworkBinding { ContainerPortRange = "80-82", HostPortRange = "49153-49155", Protocol = "udp" } },
        { "web:3", new TaskDefinition { Family = "web", Revision = 3 } },
        { "web (nginx:1.27)", new ContainerDefinition { Name = "web", Image = "nginx:1.27" } },
        { "8080->80/tcp", new PortMapping { ContainerPort = 80, HostPort = 8080 } },
        { "80/tcp", new PortMapping { ContainerPort = 80, HostPort = 0, Protocol = "tcp" } },
        { "8000-8010/udp", new PortMapping { ContainerPortRange = "8000-8010", Protocol = "udp" } },
        { "LINUX/ARM64", new RuntimePlatform { OperatingSystemFamily = "LINUX", CpuArchitecture = "ARM64" } },
        { "data", new Volume { Name = "data" } },
        { "9a81", new ContainerInstance { ContainerInstanceArn = Prefix + "container-instance/prod/9a81" } },
        { "CPU 1024", new Resource { Name = "CPU", Type = "INTEGER", IntegerValue = 1024 } },
        { "DISK 5000000000", new Resource { Name = "DISK", Type = "LONG", LongValue = 5_000_000_000 } },
        { "SHARE 0.5", new Resource { Name = "SHARE", Type = "DOUBLE", DoubleValue = 0.5 } },
        { "PORTS 22, 2375", new Resource { Name = "PORTS", Type = "STRINGSET", StringSetValue = ["22", "2375"] } },
        { "stack=prod", new Attribute { Name = "stack", Value = "prod" } },
        { "gpu", new Attribute { Name = "gpu" } },
        { "team=web", new Tag { Key = "team", Value = "web" } },
        { "A=b", new KeyValuePair { Name = "A", Value = "b" } },
        { "MISSING arn:x", new Failure { Reason = "MISSING", Arn = "arn:x" } },
        { "AGENT arn:x (it is away)", new Failure { Reason = "AGENT", Arn = "arn:x", Detail = "it is away" } },
        { "4980 2/3", new ServiceRevisionSummary { Arn = Prefix + "service-revision/prod/web/4980", RequestedTaskCount = 3, RunningTaskCount = 2 } },
        { "4980 2/3", new ServiceCurrentRevisionSummary { Arn = Prefix + "service-revision/prod/web/4980", RequestedTaskCount = 3, RunningTaskCount = 2 } },
        { "approval AWAITING_ACTION", new DeploymentLifecycleHookDetail { HookId = "approval", Status = "AWAITING_ACTION" } },
        { "to 4980: alarm", new Rollback { ServiceRevisionArn = Prefix + "service-revision/prod/web/4980", Reason = "alarm" } },
        { "12.5 %", new Scale { Value = 12.5 } },
        { "web (nginx:1.27)", new ContainerImage { ContainerName = "web", Image = "nginx:1.27" } },
        { "FARGATE (base 1, weight 1)", new CapacityProviderStrategyItem { CapacityProvider = "FARGATE", Base = 1, Weight = 1 } },
        { "FARGATE_SPOT (weight 3)", new CapacityProviderStrategyItem { CapacityProvider = "FARGATE_SPOT", Weight = 3 } },
        { "web:80 in srv-utcr", new ServiceRegistry { RegistryArn = "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-utcr", ContainerName = "web", ContainerPort = 80 } },
        { "80 in srv-utcr", new ServiceRegistry { RegistryArn = "arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-utcr", Port = 80 } },
        { "agent", new DaemonDetail { DaemonArn = Prefix + "daemon/prod/agent" } },
        { "4980 5/1", new DaemonRevisionDetail { Arn = Prefix + "daemon-revision/prod/agent/4980", TotalRunningCount = 5, TotalWithoutDaemonCount = 1 } },
        { "4980 5/1/2", new DaemonDeploymentRevisionDetail { Arn = Prefix + "daemon-revision/prod/agent/4980", TotalRunningInstanceCount = 5, TotalWithoutDaemonInstanceCount = 1, TotalDrainingInstanceCount = 2 } },
        { "fleet 5/1", new DaemonCapacityProvider { Arn = Prefix + "capacity-provider/fleet", RunningCount = 5, WithoutDaemonCount = 1 } },
        { "agent:3", new DaemonTaskDefinition { Family = "agent", Revision = 3 } },
        { "edge", new Gateway { Name = "edge" } },
        { "edge of prod", new GatewayClusterAssociationSummary { GatewayArn = Prefix + "gateway/edge/9a81", ClusterArn = Prefix + "cluster/prod" } },
        { "loadbalancer/app/edge/6d0e (sg-1)", new ElbGatewayResources { LoadBalancerArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/edge/6d0e", SecurityGroup = "sg-1" } },
        { "arn:x: Create Denied: no", new GatewayResourceFailure { Arn = "arn:x", Errors = [new() { Operation = "Create", Code = "Denied", Message = "no" }] } },
        { "4980 (nginx)", new ExpressGatewayServiceConfiguration { ServiceRevisionArn = Prefix + "service-revision/prod/shop/4980", PrimaryContainer = new() { Image = "nginx" } } },
        { "containerInsights=enabled", new Setting { Name = "containerInsights", Value = "enabled" } },
        { "3f2a", new ProtectedTask { TaskArn = Prefix + "task/prod/3f2a" } },
        { "Enable=True, Rollback=False", new DeploymentCircuitBreaker { Enable = true, Rollback = false } },
        { "AwsvpcConfiguration=(Subnets=(a, b))", new NetworkConfiguration { AwsvpcConfiguration = new() { Subnets = ["a", "b"], SecurityGroups = [] } } },
        { "LogDriver=awslogs, Options=(awslogs-group=web)", new LogConfiguration { LogDriver = "awslogs", Options = new() { ["awslogs-group"] = "web" } } },
        { "SessionId=s", new Session { SessionId = "s", TokenValue = "secret" } },
        { "", new VersionInfo() },
    };

    [Theory, MemberData(nameof(Objects), DisableDiscoveryEnumeration = true)]
    public void Objects_say_what_they_are(string expected, object thing) => Assert.Equal(expected, thing.ToString());

    [Fact]
    public void No_structure_is_shown_as_its_types_name() => Assert.All(AllStructures.Shapes, shape =>
        RandomStructures.Of(shape).Try(thing => !thing.ToString()!.Contains("EcsTools.Model", StringComparison.Ordinal) && !thing.ToString()!.Contains("System.", StringComparison.Ordinal), iter: 10));
}
