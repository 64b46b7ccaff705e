using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.ExpressServices;

/// <summary>
/// Finds and describes Express services. Beneath each is a service like any other, on Fargate, with a task definition that ECS made.
/// </summary>
internal static class ExpressDescriptions
{
    /// <summary>The Express service of an ARN; null when there is none.</summary>
    /// <exception cref="EcsFault">It is no ARN of a service.</exception>
    public static ServiceState? FindExpress(this Call call, string? arn)
    {
        if (!Identifiers.IsArn(arn) || Identifiers.Resource(arn!).Split('/') is not ["service", var cluster, var name])
            throw EcsFault.InvalidParameter($"Invalid identifier: {arn} is no ARN of a service.");
        return Identifiers.IsHere(call, arn!)
            && call.Region.Clusters.GetValueOrDefault(cluster)?.Services.GetValueOrDefault(name) is { Express: not null } found
            ? found
            : null;
    }

    /// <summary>The Express service of an ARN, which must be ACTIVE.</summary>
    /// <exception cref="EcsFault">It is no ARN of a service, there is none, or it is being deleted.</exception>
    public static ServiceState ActiveExpress(this Call call, string? arn)
    {
        var found = call.FindExpress(arn) ?? throw new EcsFault("ServiceNotFoundException", "Service not found.");
        return found.IsActive ? found : throw new EcsFault("ServiceNotActiveException", "Service was not ACTIVE.");
    }

    public static ECSExpressGatewayService Describe(ServiceState service, bool withTags) => new()
    {
        Cluster = service.Cluster.Name,
        ServiceName = service.Name,
        ServiceArn = service.Resource.ServiceArn,
        InfrastructureRoleArn = service.Express!.InfrastructureRoleArn,
        Status = Status(service),
        CurrentDeployment = service.ServiceDeployments[^1].Arn,
        ActiveConfigurations = [.. service.Deployments
            .Select(deployment => service.Express.Configurations.GetValueOrDefault(deployment.Id))
            .OfType<ExpressGatewayServiceConfiguration>()],
        Tags = withTags ? service.Resource.Tags : null,
        CreatedAt = service.Resource.CreatedAt,
        UpdatedAt = service.Express.UpdatedAt,
    };

    public static ExpressGatewayServiceStatus Status(ServiceState service) => new() { StatusCode = service.Resource.Status };

    /// <summary>Remembers what the service's newest deployment brings.</summary>
    public static ExpressGatewayServiceConfiguration Remember(
        Call call, ServiceState service, ExpressGatewayServiceConfiguration configuration)
    {
        configuration.ServiceRevisionArn = service.Primary.RevisionArn;
        configuration.TaskDefinitionArn = service.Resource.TaskDefinition;
        configuration.IngressPaths = [new() { AccessType = AccessType.Public, Endpoint = service.Express!.Endpoint }];
        configuration.CreatedAt = call.Now.UtcDateTime;
        service.Express.Configurations[service.Primary.Id] = configuration;
        service.Express.UpdatedAt = call.Now.UtcDateTime;
        return configuration;
    }
}
