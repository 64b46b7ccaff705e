using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Services;

namespace EcsTools.Forecast.Descriptions;

/// <summary>A service with its deployments, as the local ECS would have it.</summary>
internal static class DescribedService
{
    private const string Warning = "was unable to ";

    public static ServiceState State(EcsEngine engine, RegionState region, Service service, DescribedCluster described)
    {
        var records = new DescribedRecords(described, service);
        var state = new ServiceState
        {
            Resource = service.Copy(),
            Request = new(),
            ServiceConnect = Primary(service)?.ServiceConnectConfiguration,
            Events = [.. service.Events ?? []],
        };
        state.Revisions.AddRange(records.Revisions);
        foreach (var deployment in InOrder(service, records))
            state.Deployments.Add(Deployment(engine, region, service, deployment, state, records));
        state.TaskSets.AddRange((service.TaskSets ?? []).Select(taskSet =>
            new TaskSetState { Id = taskSet.Id!, Resource = taskSet.Copy() }));
        if (records.Deployments.Count > 0) state.ServiceDeployments.AddRange(records.Deployments.Select(record => Record(engine, record)));
        else if (state.Deployments.Count > 0) state.ServiceDeployments.Add(Guess(engine, region, state));
        if (state.Deployments.Count > 0
            && state.Revisions.Find(revision => revision.ServiceRevisionArn == state.Primary.RevisionArn) is { } current)
            (state.Monitoring, state.Volumes, state.Lattice, state.Connectors) =
                (current.Monitoring, current.VolumeConfigurations, current.VpcLatticeConfigurations, current.GatewayConnectors);
        if (service.Events?.FirstOrDefault() is { } last && last.Message!.Contains(Warning, StringComparison.Ordinal))
            (state.LastWarning, state.LastWarningAt) = (last.Message, last.CreatedAt);
        return state;
    }

    /// <summary>Notes what follows from its tasks.</summary>
    public static void Settle(EcsEngine engine, ServiceState service)
    {
        if (service.Deployments.Count == 0) return;
        service.IsBlockedByProtection = IsBlockedByProtection(service);
        if (service.IsBlockedByProtection) ProtectionExpiry.WakeAtExpiry(engine, service);
        service.IsSteady = service.HasReached && !service.Primary.IsInProgress;
        // The API doesn't show whether it waits for capacity, for all its tasks or for a better spread. Checking again does no harm.
        if (service.IsActive && (service.Primary.DesiredRunning < service.Resource.DesiredCount || ZoneRebalancing.AppliesTo(service)))
            service.WaitForCapacity(true);
    }

    // Protected tasks that must be replaced, or more of them than are desired.
    private static bool IsBlockedByProtection(ServiceState service)
    {
        var held = service.AliveTasks.Where(task => task.IsDesiredRunning && task.ProtectedUntil is not null).ToList();
        return held.Count > (service.Resource.DesiredCount ?? 0)
            || held.Exists(task => task.DeploymentId != service.Primary.Id || ((IServiceTask)task).Instance is { IsActive: false });
    }

    // The primary one first. Records keep the order that they were described in.
    private static IEnumerable<Deployment> InOrder(Service service, DescribedRecords records)
    {
        var primaryFirst = (service.Deployments ?? []).OrderByDescending(deployment => deployment.Status == "PRIMARY");
        return records.Deployments.Count > 0 ? primaryFirst : primaryFirst.ThenByDescending(deployment => deployment.CreatedAt);
    }

    private static DeploymentState Deployment(
        EcsEngine engine, RegionState region, Service service, Deployment deployment, ServiceState state, DescribedRecords records)
    {
        var revision = records.RevisionOf(deployment);
        if (revision is null)
            state.Revisions.Insert(
                0, revision = Deployments.Revision(engine, region, service, ServiceSettings.From(service).Over(deployment)));
        var traffic = records.TrafficOf(revision.ServiceRevisionArn!);
        var current = records.Deployments.LastOrDefault();
        return new()
        {
            Id = deployment.Id!,
            Resource = deployment.Copy(),
            RevisionArn = revision.ServiceRevisionArn!,
            Breaker = current?.TargetServiceRevision?.Arn == revision.ServiceRevisionArn && current?.DeploymentCircuitBreaker is { } breaker
                ? breaker
                : DeploymentBreaker.Begin(service),
            TestWeight = traffic?.RequestedTestTrafficWeight,
            ProductionWeight = traffic?.RequestedProductionTrafficWeight,
        };
    }

    // The start of the stage isn't in the API.
    private static ServiceDeploymentState Record(EcsEngine engine, ServiceDeployment record) => new()
    {
        Resource = record,
        StageBeganAt = record.FinishedAt is null && record.LifecycleStage is not null ? engine.Now : null,
    };

    // The progress of a rollout isn't known: its tasks are being replaced.
    private static ServiceDeploymentState Guess(EcsEngine engine, RegionState region, ServiceState service)
    {
        var record = Deployments.NewServiceDeployment(engine, region, service, service.Revisions[^1]);
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

    private static Deployment? Primary(Service service) =>
        service.Deployments?.Find(deployment => deployment.Status == "PRIMARY") ?? service.Deployments?.FirstOrDefault();
}
