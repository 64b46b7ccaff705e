using EcsTools.Local.Engine.Services;
using EcsTools.Model;

namespace EcsTools.Local.Api.Tasks;

/// <summary>The settings of services and task sets, with what ECS fills in.</summary>
internal static class LaunchSettings
{
    /// <summary>The settings of a new service or task set.</summary>
    /// <param name="request">The request that creates it.</param>
    /// <param name="definition">The task definition; null for a service whose task sets have their own.</param>
    /// <param name="capacity">The capacity for the tasks.</param>
    public static ServiceSettings Of(IStructure request, TaskDefinition? definition, LaunchCapacity? capacity)
    {
        var settings = ServiceSettings.From(request);
        settings.Values.TaskDefinition = definition?.TaskDefinitionArn;
        settings.Values.NetworkConfiguration = NetworkDefaults.Whole(settings.Values.NetworkConfiguration);
        settings.Values.LoadBalancers ??= [];
        settings.Values.ServiceRegistries ??= [];
        SetCapacity(settings, capacity);
        return settings;
    }

    /// <summary>Sets the launch type or the strategy, and the platform that follows from it.</summary>
    public static void SetCapacity(ServiceSettings settings, LaunchCapacity? capacity)
    {
        var (values, isOnFargate) = (settings.Values, capacity?.IsOnFargate == true);
        (values.LaunchType, values.CapacityProviderStrategy) = (capacity?.LaunchType, capacity?.Strategy);
        values.PlatformVersion = isOnFargate ? values.PlatformVersion ?? "LATEST" : null;
        values.PlatformFamily = isOnFargate ? "Linux" : null;
    }
}
