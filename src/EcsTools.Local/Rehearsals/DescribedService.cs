using EcsTools.Local.Engine;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Local;

/// <summary>A service with its deployments, as the local ECS would have it.</summary>
internal static class DescribedService
{
    public static ServiceState State(EcsEngine engine, RegionState region, Service service)
    {
        var state = new ServiceState { Resource = service.Copy(), Request = new(), ServiceConnect = Primary(service).ServiceConnectConfiguration };
        foreach (var deployment in service.Deployments!.OrderByDescending(deployment => deployment.Status == "PRIMARY").ThenByDescending(deployment => deployment.CreatedAt))
        {
            var revision = Deployments.Revision(engine, region, Like(service, deployment), deployment.ServiceConnectConfiguration);
            state.Revisions.Insert(0, revision);
            state.Deployments.Add(new DeploymentState
            {
                Id = deployment.Id!,
                Resource = deployment.Copy(),
                RevisionArn = revision.ServiceRevisionArn!,
                Breaker = DeploymentBreaker.Begin(service),
            });
        }

        state.ServiceDeployments.Add(Record(engine, region, state));
        return state;
    }

    /// <summary>Notes what follows from its tasks.</summary>
    public static void Settle(ServiceState service)
    {
        service.IsSteady = service.HasReached && !service.Primary.IsInProgress;
        // Whether it waits for room, to have all its tasks or to spread them better, is not told. Looking again does no harm where it does not.
        if (service.IsActive && (service.Primary.Meant < service.Resource.DesiredCount || ZoneRebalancing.Concerns(service))) service.WaitForCapacity(true);
    }

    // The progress of a rollout isn't known: its tasks are being replaced.
    private static ServiceDeploymentState Record(EcsEngine engine, RegionState region, ServiceState service)
    {
        var record = Deployments.Record(engine, region, service, service.Revisions[^1]);
        record.Resource.StartedAt = service.Primary.Resource.CreatedAt;
        if (service.Primary.IsInProgress)
        {
            record.Resource.Status = ServiceDeploymentStatus.InProgress;
            record.Resource.LifecycleStage = DeploymentStage.ScaleUp.ToWire();
            record.StageBeganAt = engine.Now;
        }
        else
        {
            record.Resource.Status = service.Primary.HasFailed ? ServiceDeploymentStatus.Stopped : ServiceDeploymentStatus.Successful;
            record.Resource.FinishedAt = service.Primary.Resource.UpdatedAt ?? service.Primary.Resource.CreatedAt;
        }

        return record;
    }

    private static Deployment Primary(Service service) => service.Deployments!.Find(deployment => deployment.Status == "PRIMARY") ?? service.Deployments![0];

    private static Service Like(Service service, Deployment deployment)
    {
        var changed = service.Copy();
        changed.TaskDefinition = deployment.TaskDefinition;
        changed.LaunchType = deployment.LaunchType;
        changed.PlatformVersion = deployment.PlatformVersion;
        changed.NetworkConfiguration = deployment.NetworkConfiguration;
        return changed;
    }
}
