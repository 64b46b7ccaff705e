using EcsTools.Local.Api.Clusters;
using EcsTools.Local.Api.Gateways;
using EcsTools.Local.Api.Services;
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.ExpressServices;

/// <summary>Creates the service and its first configuration; load balancer, scaling and network are placeholders.</summary>
internal sealed class CreateExpressGatewayServiceHandler()
    : Handler<CreateExpressGatewayServiceRequest, CreateExpressGatewayServiceResponse>(Operations.CreateExpressGatewayService)
{
    private const int SuffixLength = 12;

    protected override CreateExpressGatewayServiceResponse Handle(Call call, CreateExpressGatewayServiceRequest request)
    {
        CheckRequest(call, request);
        var configuration = ExpressRules.Whole(Asked(request));
        Check.TaskCount(call, configuration.ScalingTarget!.MaxTaskCount, "maxTaskCount");
        var name = request.ServiceName ?? $"express-{Suffix(call)}";
        var service = Create(call, request, name, configuration);
        service.Resource.ResourceManagementType = ResourceManagementType.Ecs;
        service.Express = new ExpressState
        {
            InfrastructureRoleArn = request.InfrastructureRoleArn!,
            Endpoint = $"https://{Suffix(call)}.ecs.{call.Region.Region}.on.aws",
            UpdatedAt = call.Now.UtcDateTime,
        };
        ExpressDescriptions.Remember(call, service, configuration);
        return new() { Service = ExpressDescriptions.Describe(service, withTags: true) };
    }

    private static void CheckRequest(Call call, CreateExpressGatewayServiceRequest request)
    {
        var cluster = MakesCluster(call, request) ? null : call.ActiveCluster(request.Cluster);
        if (request.ServiceName is not null) Check.Name(request.ServiceName, "Service name", "serviceName");
        GatewayRules.Role(request.InfrastructureRoleArn);
        Check.Tags(request.Tags);
        ExpressRules.OneSource(
            request.TaskDefinitionArn,
            request.PrimaryContainer,
            request.ExecutionRoleArn,
            request.TaskRoleArn,
            request.Cpu,
            request.Memory,
            request.CpuArchitecture);
        if (request.TaskDefinitionArn is null && request.ExecutionRoleArn is null)
            throw EcsFault.InvalidParameter("executionRoleArn is required without taskDefinitionArn.");
        if (request.ServiceName is { } name && cluster?.Services.GetValueOrDefault(name) is { IsInactive: false })
            throw EcsFault.InvalidParameter("Creation of service was not idempotent.");
    }

    /// <summary>Whether the request is for the default cluster, by its name or by none, and the cluster must be created.</summary>
    private static bool MakesCluster(Call call, CreateExpressGatewayServiceRequest request) =>
        request.Cluster is null or "default" && call.FindCluster(null) is not { IsActive: true };

    private static ExpressGatewayServiceConfiguration Asked(CreateExpressGatewayServiceRequest request) => new()
    {
        ExecutionRoleArn = request.ExecutionRoleArn,
        TaskRoleArn = request.TaskRoleArn,
        TaskDefinitionArn = request.TaskDefinitionArn,
        Cpu = request.Cpu,
        Memory = request.Memory,
        CpuArchitecture = request.CpuArchitecture,
        NetworkConfiguration = request.NetworkConfiguration,
        HealthCheckPath = request.HealthCheckPath,
        PrimaryContainer = request.PrimaryContainer,
        ScalingTarget = request.ScalingTarget,
    };

    /// <summary>The ECS service. Its number of tasks is the minimum of the scaling, because there is no load here.</summary>
    private static ServiceState Create(
        Call call, CreateExpressGatewayServiceRequest request, string name, ExpressGatewayServiceConfiguration configuration)
    {
        if (MakesCluster(call, request)) CreateClusterHandler.Create(call.Region, "default", new());
        new CreateServiceHandler().Handle(call, new CreateServiceRequest
        {
            Cluster = request.Cluster,
            ServiceName = name,
            TaskDefinition = ExpressRules.Definition(call, name, configuration),
            DesiredCount = configuration.ScalingTarget!.MinTaskCount,
            LaunchType = LaunchType.Fargate,
            NetworkConfiguration = ExpressRules.Network(call, configuration.NetworkConfiguration!),
            Tags = request.Tags,
        });
        return call.Cluster(request.Cluster).Services[name];
    }

    private static string Suffix(Call call) => call.Engine.Random.HexId()[..SuffixLength];
}
