using EcsTools.Local.Api.Services;
using EcsTools.Model;

namespace EcsTools.Local.Api.ExpressServices;

/// <summary>Creates a configuration of the service and deploys it.</summary>
internal sealed class UpdateExpressGatewayServiceHandler()
    : Handler<UpdateExpressGatewayServiceRequest, UpdateExpressGatewayServiceResponse>(Operations.UpdateExpressGatewayService)
{
    protected override UpdateExpressGatewayServiceResponse Handle(Call call, UpdateExpressGatewayServiceRequest request)
    {
        var service = call.ActiveExpress(request.ServiceArn);
        ExpressRules.OneSource(
            request.TaskDefinitionArn,
            request.PrimaryContainer,
            request.ExecutionRoleArn,
            request.TaskRoleArn,
            request.Cpu,
            request.Memory,
            request.CpuArchitecture);
        var configuration = ExpressRules.Whole(Merge(service.Express!.Configurations[service.Primary.Id], request));
        Check.TaskCount(call, configuration.ScalingTarget!.MaxTaskCount, "maxTaskCount");
        new UpdateServiceHandler().Handle(call, new UpdateServiceRequest
        {
            Cluster = service.Cluster.Name,
            Service = service.Name,
            TaskDefinition = ExpressRules.Definition(call, service.Name, configuration),
            DesiredCount = configuration.ScalingTarget!.MinTaskCount,
            NetworkConfiguration = request.NetworkConfiguration is { } network ? ExpressRules.Network(call, network) : null,
            ForceNewDeployment = true,
        });
        var target = ExpressDescriptions.Remember(call, service, configuration);
        return new()
        {
            Service = new()
            {
                ServiceArn = service.Resource.ServiceArn,
                Cluster = service.Cluster.Name,
                ServiceName = service.Name,
                Status = ExpressDescriptions.Status(service),
                TargetConfiguration = target,
                CreatedAt = service.Resource.CreatedAt,
                UpdatedAt = service.Express!.UpdatedAt,
            },
        };
    }

    // The settings of a generated task definition have no meaning for one of the caller, and vice versa.
    private static ExpressGatewayServiceConfiguration Merge(
        ExpressGatewayServiceConfiguration current, UpdateExpressGatewayServiceRequest request)
    {
        var isOwn = request.TaskDefinitionArn is not null || (request.PrimaryContainer is null && current.PrimaryContainer is null);
        return new()
        {
            TaskDefinitionArn = isOwn ? request.TaskDefinitionArn ?? current.TaskDefinitionArn : null,
            PrimaryContainer = isOwn ? null : request.PrimaryContainer ?? current.PrimaryContainer,
            ExecutionRoleArn = isOwn ? null : request.ExecutionRoleArn ?? current.ExecutionRoleArn,
            TaskRoleArn = isOwn ? null : request.TaskRoleArn ?? current.TaskRoleArn,
            Cpu = isOwn ? null : request.Cpu ?? current.Cpu,
            Memory = isOwn ? null : request.Memory ?? current.Memory,
            CpuArchitecture = isOwn ? null : request.CpuArchitecture ?? current.CpuArchitecture,
            NetworkConfiguration = request.NetworkConfiguration ?? current.NetworkConfiguration,
            HealthCheckPath = request.HealthCheckPath ?? current.HealthCheckPath,
            ScalingTarget = request.ScalingTarget ?? current.ScalingTarget,
        };
    }
}
