using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>What must hold between a service's load balancers and its task definition.</summary>
internal static class LoadBalancerRules
{
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
