using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What must hold between a service's load balancers and its task definition.</summary>
internal static class LoadBalancerRules
{
    private const int Most = 5;

    public static void Count(List<LoadBalancer>? balancers)
    {
        if (balancers?.Count > Most) throw EcsFault.InvalidParameter($"loadBalancers can have at most {Most} items.");
    }

    public static void GracePeriod(int? seconds, List<LoadBalancer>? balancers)
    {
        if (seconds > 0 && balancers is not { Count: > 0 }) throw EcsFault.InvalidParameter("Health check grace period is only valid for services configured to use load balancers");
    }

    public static void Containers(TaskDefinition definition, List<LoadBalancer>? balancers)
    {
        foreach (var balancer in balancers ?? [])
        {
            var container = definition.ContainerDefinitions?.Find(container => container.Name == balancer.ContainerName)
                ?? throw EcsFault.InvalidParameter($"The container {balancer.ContainerName} does not exist in the task definition.");
            if (container.PortMappings?.Exists(mapping => mapping.ContainerPort == balancer.ContainerPort) != true)
                throw EcsFault.InvalidParameter($"The container {balancer.ContainerName} did not have a container port {balancer.ContainerPort} defined.");
        }
    }
}
