using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Engine.Tasks;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>Begins deployments of services.</summary>
internal static class Deployments
{
    /// <summary>Rolls out what the service is now: as a revision of its own, recorded as a service deployment.</summary>
    public static void Begin(EcsEngine engine, RegionState region, ServiceState service)
    {
        var revision = Revision(engine, region, service.Resource, ServiceSettings.Of(service));
        if (service.ServiceDeployments.LastOrDefault() is { } last)
            last.Supersede(engine.Now, "The deployment was superseded by a newer service deployment.");
        var serviceDeployment = NewServiceDeployment(engine, region, service, revision);
        service.ServiceDeployments.Add(serviceDeployment);
        service.Revisions.Add(revision);
        serviceDeployment.Resource.DeploymentCircuitBreaker = Begin(engine, service, revision).Breaker;
    }

    /// <summary>Gives the PRIMARY deployment up: nothing more is started for it.</summary>
    public static void Fail(EcsEngine engine, ServiceState service, string reason)
    {
        service.Primary.Resource.RolloutState = DeploymentRolloutState.Failed;
        service.Primary.Resource.RolloutStateReason = reason;
        service.Primary.Resource.UpdatedAt = engine.Now.UtcDateTime;
    }

    /// <summary>
    /// Restores the settings of a revision, and deploys it. The service deployment remains that of the failed deployment.
    /// </summary>
    public static void RollBack(EcsEngine engine, ServiceState service, string revisionArn)
    {
        var revision = service.Revisions.Find(revision => revision.ServiceRevisionArn == revisionArn)!;
        ServiceSettings.From(revision).ApplyTo(service);
        var shiftsTraffic = service.ServiceDeployments[^1].ShiftsTraffic;
        if (shiftsTraffic && service.Deployments.Find(deployment => deployment.RevisionArn == revisionArn) is { } standing)
            PutInFront(engine, service, standing);
        else Begin(engine, service, revision);
        if (shiftsTraffic) Traffic.Return(service);
        service.Publish(engine, ServiceEvents.RollingBack(service.Name, service.Primary.Id));
    }

    /// <summary>Puts a new PRIMARY deployment of a revision in front; the one before becomes ACTIVE and drains away.</summary>
    private static DeploymentState Begin(EcsEngine engine, ServiceState service, ServiceRevision revision)
    {
        PutInFront(engine, service, Create(engine, service.Resource, revision));
        return service.Primary;
    }

    /// <summary>Sets the PRIMARY deployment; the previous one becomes ACTIVE.</summary>
    private static void PutInFront(EcsEngine engine, ServiceState service, DeploymentState deployment)
    {
        foreach (var earlier in service.Deployments.Where(deployment => deployment.IsPrimary)) earlier.Resource.Status = "ACTIVE";
        service.Deployments.Remove(deployment);
        service.Deployments.Insert(0, deployment);
        deployment.Resource.Status = "PRIMARY";
        deployment.Resource.RolloutState = DeploymentRolloutState.InProgress;
        deployment.Resource.RolloutStateReason = $"ECS deployment {deployment.Id} in progress.";
        service.IsSteady = false;
        service.Unthrottle();
        service.IsRebalancing = false;
        service.MovingTask = null;
        engine.Schedule(service, engine.Now + engine.Timing.SchedulerDelay);
    }

    private static DeploymentState Create(EcsEngine engine, Service service, ServiceRevision revision)
    {
        var id = engine.Random.DeploymentId();
        var resource = ServiceSettings.From(revision).CopyTo(new Deployment
        {
            Id = id,
            DesiredCount = service.DesiredCount,
            FailedTasks = 0,
            CreatedAt = engine.Now.UtcDateTime,
            UpdatedAt = engine.Now.UtcDateTime,
            FargateEphemeralStorage = revision.FargateEphemeralStorage,
            ServiceConnectResources = ServiceConnectNames.Of(service, revision.ServiceConnectConfiguration),
        });
        if (resource.PlatformVersion == "LATEST") resource.PlatformVersion = TaskLaunch.LatestPlatform;
        return new DeploymentState
        {
            Id = id,
            RevisionArn = revision.ServiceRevisionArn!,
            Breaker = DeploymentBreaker.Begin(service),
            Resource = resource,
        };
    }

    /// <summary>A new revision of a service, with these settings.</summary>
    public static ServiceRevision Revision(EcsEngine engine, RegionState region, Service service, ServiceSettings settings) =>
        settings.CopyTo(new ServiceRevision
        {
            ServiceRevisionArn = region.Arn($"service-revision/{Path(service)}/{engine.Random.RevisionId()}"),
            ServiceArn = service.ServiceArn,
            ClusterArn = service.ClusterArn,
            ContainerImages = region.FindDefinition(settings.Values.TaskDefinition!)!.Resource.ContainerDefinitions?
                .ConvertAll(container => new ContainerImage { ContainerName = container.Name, Image = container.Image }),
            GuardDutyEnabled = false,
            FargateEphemeralStorage = settings.Values.PlatformFamily is null
                ? null
                : region.Clusters[EcsArn.IdOf(service.ClusterArn!)].FargateEphemeralStorage,
            CreatedAt = engine.Now.UtcDateTime,
        });

    /// <summary>The service deployment of a rollout that the scheduler has not turned to yet.</summary>
    public static ServiceDeploymentState NewServiceDeployment(
        EcsEngine engine, RegionState region, ServiceState service, ServiceRevision target) => new()
    {
        Resource = new ServiceDeployment
        {
            ServiceDeploymentArn = region.Arn($"service-deployment/{Path(service.Resource)}/{engine.Random.ServiceDeploymentId()}"),
            ServiceArn = service.Resource.ServiceArn,
            ClusterArn = service.Resource.ClusterArn,
            CreatedAt = engine.Now.UtcDateTime,
            UpdatedAt = engine.Now.UtcDateTime,
            SourceServiceRevisions = service.Deployments.ConvertAll(deployment =>
                new ServiceRevisionSummary { Arn = deployment.RevisionArn }),
            TargetServiceRevision = new() { Arn = target.ServiceRevisionArn },
            Status = ServiceDeploymentStatus.Pending,
            DeploymentConfiguration = service.Resource.DeploymentConfiguration,
            Alarms = Alarms(service.Resource.DeploymentConfiguration?.Alarms),
        },
    };

    // There are no alarms here.
    private static ServiceDeploymentAlarms? Alarms(DeploymentAlarms? alarms) => alarms is null ? null : new()
    {
        Status = alarms.Enable == true
            ? ServiceDeploymentRollbackMonitorsStatus.Monitoring
            : ServiceDeploymentRollbackMonitorsStatus.Disabled,
        AlarmNames = alarms.AlarmNames,
        TriggeredAlarmNames = [],
    };

    // The cluster's and the service's name, as the ARN has them.
    private static string Path(Service service) => service.ServiceArn![(service.ServiceArn!.IndexOf('/') + 1)..];
}
