using EcsTools.Forecast.Descriptions;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Forecast.Rehearsals;

/// <summary>A cluster of the local ECS, as the API would describe it.</summary>
internal static class SeenCluster
{
    public static DescribedCluster Of(ClusterState cluster, DateTimeOffset now) => new()
    {
        Cluster = cluster.Describe(),
        Now = now,
        Instances = [.. cluster.Registered.Select(instance => instance.Describe())],
        Services = [.. cluster.Services.Values.Where(service => !service.IsInactive).Select(service => service.Describe(withTags: false))],
        ServiceDeployments = [.. cluster.Services.Values
            .Where(service => service.ServiceDeployments.Count > 0)
            .Select(service => service.ServiceDeployments[^1].Describe(service))],
        Tasks = [.. cluster.Tasks.Select(task => task.Resource.Copy())],
    };
}
