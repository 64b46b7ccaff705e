using EcsTools.Model;
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
    };

    [Theory, MemberData(nameof(Objects), DisableDiscoveryEnumeration = true)]
    public void Objects_say_what_they_are(string expected, object thing) => Assert.Equal(expected, thing.ToString());
}
