using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Begins deployments of services.</summary>
internal static class Deployments
{
    /// <summary>Puts a new PRIMARY deployment of what the service is now in front; the one before becomes ACTIVE and drains away.</summary>
    public static void Begin(Call call, ServiceState service)
    {
        foreach (var earlier in service.Deployments.Where(deployment => deployment.IsPrimary)) earlier.Resource.Status = "ACTIVE";
        service.Deployments.Insert(0, Create(call, service.Resource));
    }

    public static DeploymentState Create(Call call, Service service)
    {
        var id = call.Engine.Random.DeploymentId();
        return new DeploymentState
        {
            Id = id,
            Resource = new Deployment
            {
                Id = id,
                Status = "PRIMARY",
                TaskDefinition = service.TaskDefinition,
                DesiredCount = service.DesiredCount,
                FailedTasks = 0,
                CreatedAt = call.Now.UtcDateTime,
                UpdatedAt = call.Now.UtcDateTime,
                LaunchType = service.LaunchType,
                PlatformVersion = service.PlatformVersion,
                PlatformFamily = service.PlatformFamily,
                NetworkConfiguration = service.NetworkConfiguration,
                RolloutState = DeploymentRolloutState.InProgress,
                RolloutStateReason = $"ECS deployment {id} in progress.",
            },
        };
    }
}
