using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Begins deployments of services.</summary>
internal static class Deployments
{
    /// <summary>Rolls out what the service is now: as a revision of its own, recorded as a service deployment.</summary>
    public static void Begin(Call call, ServiceState service)
    {
        var revision = Revision(call, service.Resource, service.ServiceConnect);
        if (service.ServiceDeployments.LastOrDefault() is { } last) last.GiveWay(call.Engine, "A newer service deployment took its place.");
        service.ServiceDeployments.Add(Record(call, service, revision));
        service.Revisions.Add(revision);
        Begin(call, service, revision);
    }

    /// <summary>Makes the service again what it was by a revision, and rolls that out. The record stays that of the deployment that failed.</summary>
    public static void RollBack(Call call, ServiceState service, ServiceRevision revision)
    {
        service.Resource = Like(service.Resource, revision);
        service.ServiceConnect = revision.ServiceConnectConfiguration;
        service.Primary.Resource.RolloutState = DeploymentRolloutState.Failed;
        service.Primary.Resource.RolloutStateReason = $"ECS deployment {service.Primary.Id} was stopped by a user.";
        Begin(call, service, revision);
        service.AddEvent(call.Engine, ServiceEvents.RollingBack(service.Name, service.Primary.Id));
    }

    /// <summary>Puts a new PRIMARY deployment of a revision in front; the one before becomes ACTIVE and drains away.</summary>
    private static void Begin(Call call, ServiceState service, ServiceRevision revision)
    {
        foreach (var earlier in service.Deployments.Where(deployment => deployment.IsPrimary)) earlier.Resource.Status = "ACTIVE";
        service.Deployments.Insert(0, Create(call, service.Resource, revision));
        service.IsSteady = false;
        call.Engine.Schedule(service, call.Now + Simulated.SchedulerDelay);
    }

    private static DeploymentState Create(Call call, Service service, ServiceRevision revision)
    {
        var id = call.Engine.Random.DeploymentId();
        return new DeploymentState
        {
            Id = id,
            RevisionArn = revision.ServiceRevisionArn!,
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
                CapacityProviderStrategy = service.CapacityProviderStrategy,
                PlatformVersion = service.PlatformVersion,
                PlatformFamily = service.PlatformFamily,
                NetworkConfiguration = service.NetworkConfiguration,
                ServiceConnectConfiguration = revision.ServiceConnectConfiguration,
                RolloutState = DeploymentRolloutState.InProgress,
                RolloutStateReason = $"ECS deployment {id} in progress.",
            },
        };
    }

    private static ServiceRevision Revision(Call call, Service service, ServiceConnectConfiguration? serviceConnect) => new()
    {
        ServiceRevisionArn = call.Region.Arn($"service-revision/{Path(service)}/{call.Engine.Random.RevisionId()}"),
        ServiceArn = service.ServiceArn,
        ClusterArn = service.ClusterArn,
        TaskDefinition = service.TaskDefinition,
        LaunchType = service.LaunchType,
        CapacityProviderStrategy = service.CapacityProviderStrategy,
        PlatformVersion = service.PlatformVersion,
        PlatformFamily = service.PlatformFamily,
        LoadBalancers = service.LoadBalancers,
        ServiceRegistries = service.ServiceRegistries,
        NetworkConfiguration = service.NetworkConfiguration,
        ContainerImages = call.Region.FindDefinition(service.TaskDefinition!)!.Resource.ContainerDefinitions?
            .ConvertAll(container => new ContainerImage { ContainerName = container.Name, Image = container.Image }),
        GuardDutyEnabled = false,
        ServiceConnectConfiguration = serviceConnect,
        CreatedAt = call.Now.UtcDateTime,
    };

    private static ServiceDeploymentState Record(Call call, ServiceState service, ServiceRevision target) => new()
    {
        Resource = new ServiceDeployment
        {
            ServiceDeploymentArn = call.Region.Arn($"service-deployment/{Path(service.Resource)}/{call.Engine.Random.ServiceDeploymentId()}"),
            ServiceArn = service.Resource.ServiceArn,
            ClusterArn = service.Resource.ClusterArn,
            CreatedAt = call.Now.UtcDateTime,
            UpdatedAt = call.Now.UtcDateTime,
            SourceServiceRevisions = service.Deployments.ConvertAll(deployment => new ServiceRevisionSummary { Arn = deployment.RevisionArn }),
            TargetServiceRevision = new() { Arn = target.ServiceRevisionArn },
            Status = ServiceDeploymentStatus.Pending,
            DeploymentConfiguration = service.Resource.DeploymentConfiguration,
        },
    };

    // The cluster's and the service's name, as the ARN has them.
    private static string Path(Service service) => service.ServiceArn![(service.ServiceArn!.IndexOf('/') + 1)..];

    private static Service Like(Service service, ServiceRevision revision)
    {
        var changed = service.Copy();
        changed.TaskDefinition = revision.TaskDefinition;
        changed.LaunchType = revision.LaunchType;
        changed.CapacityProviderStrategy = revision.CapacityProviderStrategy;
        changed.PlatformVersion = revision.PlatformVersion;
        changed.PlatformFamily = revision.PlatformFamily;
        changed.LoadBalancers = revision.LoadBalancers;
        changed.ServiceRegistries = revision.ServiceRegistries;
        changed.NetworkConfiguration = revision.NetworkConfiguration;
        return changed;
    }
}
