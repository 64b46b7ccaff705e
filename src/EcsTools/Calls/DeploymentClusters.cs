using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>Deployments get the cluster of their service, in every answer that describes services: ECS doesn't repeat it.</summary>
internal static class DeploymentClusters
{
    public static void Fill(IStructure response)
    {
        foreach (var service in Services(response))
        {
            foreach (var deployment in service.Deployments ?? []) deployment.ClusterArn = service.ClusterArn;
        }
    }

    private static List<Service> Services(IStructure response) => response switch
    {
        DescribeServicesResponse { Services: { } services } => services,
        CreateServiceResponse { Service: { } service } => [service],
        UpdateServiceResponse { Service: { } service } => [service],
        DeleteServiceResponse { Service: { } service } => [service],
        _ => [],
    };
}
