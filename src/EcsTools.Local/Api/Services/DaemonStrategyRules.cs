using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What a service of the strategy DAEMON leaves to ECS.</summary>
internal static class DaemonStrategyRules
{
    public static void Create(CreateServiceRequest request)
    {
        if (request.DesiredCount is not null) throw Unsupported("a desired count for services. Remove the desired count value");
        if (request.LaunchType == LaunchType.Fargate) throw Unsupported("the FARGATE launch type. Change the launch type");
        if (request.CapacityProviderStrategy is { Count: > 0 }) throw Strategies();
        if (request.DeploymentController?.Type is { } controller and not DeploymentControllerType.Ecs)
            throw Unsupported($"the {controller} deployment controller. Change the deployment controller");
        if (request.PlacementStrategy is { Count: > 0 }) throw Unsupported("placement strategies. Remove the placement strategy");
    }

    public static void Update(UpdateServiceRequest request)
    {
        if (request.DesiredCount is not null) throw Unsupported("a desired count for services. Remove the desired count value");
        if (request.PlacementStrategy is { Count: > 0 }) throw Unsupported("placement strategies. Remove the placement strategy");
        if (request.CapacityProviderStrategy is { Count: > 0 }) throw Strategies();
    }

    private static EcsFault Strategies() => Unsupported("capacity provider strategies. Remove the capacity provider strategy");

    private static EcsFault Unsupported(string what) => EcsFault.InvalidParameter($"The daemon scheduling strategy does not support {what} and try again");
}
