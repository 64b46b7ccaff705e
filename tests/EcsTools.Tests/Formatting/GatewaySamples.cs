using EcsTools.Model;
using static EcsTools.Tests.Formatting.Samples;

namespace EcsTools.Tests.Formatting;

/// <summary>Gateways, what they lead to, and Express services, as a person meets them.</summary>
internal static class GatewaySamples
{
    private const string Balancers = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/";

    public static Gateway[] Gateways =>
    [
        new()
        {
            GatewayArn = Prefix + "gateway/edge/9a81f2c0d7e64b53a8f10c2d3e4f5a6b", Name = "edge", Status = "ACTIVE", AccessType = "PUBLIC", DeletionProtection = true, InfrastructureRoleArn = "arn:aws:iam::123456789012:role/ecsInfrastructure", CreatedAt = Now.AddDays(-20), UpdatedAt = Now.AddDays(-1),
            Configuration = new()
            {
                HostSharedAlb = new()
                {
                    Scheme = "internet-facing", Protocol = "HTTPS", Port = 443, CurrentAlbCount = 1, MaxAlbCount = 4, NetworkConfiguration = new() { Subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"], InboundSecurityGroup = "sg-0f1e2d3c" },
                    AccessLogs = new() { Destination = new() { S3 = new() { Bucket = "logs", Prefix = "edge" } } },
                },
            },
            Tags = [new() { Key = "team", Value = "web" }],
        },
        new() { GatewayArn = Prefix + "gateway/inner/b1c2d3e4f5a60718293a4b5c6d7e8f90", Name = "inner", Status = "UPDATE_FAILED", StatusReason = "A listener could not be changed.", AccessType = "PRIVATE", CreatedAt = Now.AddHours(-2), Failures = Failures },
    ];

    public static List<GatewayResourceFailure> Failures => [new() { Arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/inner/6d0ecf831eec9f09/1a2b3c4d5e6f7081", Errors = [new() { Operation = "ModifyListener", Code = "AccessDenied", Message = "not allowed" }] }];

    public static GatewayRoute[] Routes =>
    [
        Route("6d0ecf831eec9f09", "web", "http", "ACTIVE"),
        Route("1a2b3c4d5e6f7081", "payments-worker", "grpc", "CREATE_IN_PROGRESS"),
    ];

    public static GatewayClusterAssociationSummary[] Associations =>
    [
        new() { GatewayArn = Prefix + "gateway/edge/9a81f2c0d7e64b53a8f10c2d3e4f5a6b", ClusterArn = Prefix + "cluster/prod", Status = "ACTIVE" },
        new() { GatewayArn = Prefix + "gateway/edge/9a81f2c0d7e64b53a8f10c2d3e4f5a6b", ClusterArn = Prefix + "cluster/test", Status = "DISASSOCIATING" },
    ];

    public static ElbGatewayResources[] LoadBalancers =>
    [
        new() { LoadBalancerArn = Balancers + "ecs-gateway-edge-1/6d0ecf831eec9f09", SecurityGroup = "sg-0f1e2d3c", GatewayRouteArns = [Prefix + "gateway-route/edge/9a81/6d0e", Prefix + "gateway-route/edge/9a81/1a2b"] },
        new() { LoadBalancerArn = Balancers + "ecs-gateway-edge-2/77aacf831eec9f09", SecurityGroup = "sg-0f1e2d3c" },
    ];

    public static GatewayResources[] Resources => [new() { GatewayArn = Prefix + "gateway/edge/9a81f2c0d7e64b53a8f10c2d3e4f5a6b", Resources = new() { HostSharedAlb = [.. LoadBalancers] } }];

    public static ExpressGatewayServiceConfiguration Configuration => new()
    {
        ServiceRevisionArn = Prefix + "service-revision/prod/shop/4980306466373577095", TaskDefinitionArn = Prefix + "task-definition/shop:3", Cpu = "1024", Memory = "2048", HealthCheckPath = "/ping", CreatedAt = Now.AddHours(-2),
        PrimaryContainer = new() { Image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:4", ContainerPort = 8080 }, ScalingTarget = new() { MinTaskCount = 1, MaxTaskCount = 20, AutoScalingMetric = "AVERAGE_CPU", AutoScalingTargetValue = 60 },
        IngressPaths = [new() { AccessType = "PUBLIC", Endpoint = "https://sh-0a1b2c3d4e5f.ecs.eu-west-1.on.aws" }], NetworkConfiguration = new() { Subnets = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"] }, ExecutionRoleArn = "arn:aws:iam::123456789012:role/ecsTaskExecution",
    };

    public static ECSExpressGatewayService[] ExpressServices =>
    [
        new()
        {
            ServiceName = "shop", ServiceArn = Prefix + "service/prod/shop", Cluster = "prod", Status = new() { StatusCode = "ACTIVE" }, ActiveConfigurations = [Configuration], CurrentDeployment = Prefix + "service-deployment/prod/shop/NCWGC2ZR-taawPAYrIaU5",
            InfrastructureRoleArn = "arn:aws:iam::123456789012:role/ecsInfrastructure", CreatedAt = Now.AddDays(-2), UpdatedAt = Now.AddHours(-2), Tags = [new() { Key = "team", Value = "web" }],
        },
        new() { ServiceName = "blog", ServiceArn = Prefix + "service/prod/blog", Cluster = "prod", Status = new() { StatusCode = "DRAINING", StatusReason = "It is being deleted." }, CreatedAt = Now.AddDays(-9) },
    ];

    public static UpdatedExpressGatewayService[] Updated =>
    [
        new() { ServiceName = "shop", ServiceArn = Prefix + "service/prod/shop", Cluster = "prod", Status = new() { StatusCode = "ACTIVE" }, TargetConfiguration = Configuration, CreatedAt = Now.AddDays(-2), UpdatedAt = Now },
    ];

    private static GatewayRoute Route(string id, string service, string port, string status) => new()
    {
        GatewayRouteArn = Prefix + "gateway-route/edge/9a81f2c0d7e64b53a8f10c2d3e4f5a6b/" + id, ServiceArn = Prefix + "service/prod/" + service, ServiceContainerPortName = port, Status = status, ServiceUrl = $"https://{service}-{id[..8]}.ecs.eu-west-1.on.aws",
        Resources = new() { HostSharedAlb = [new() { LoadBalancerArn = Balancers + "ecs-gateway-edge-1/6d0ecf831eec9f09" }] },
    };
}
