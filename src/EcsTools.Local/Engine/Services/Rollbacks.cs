using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>Gives the current deployment of a service up, and takes the service back.</summary>
internal static class Rollbacks
{
    /// <summary>
    /// Rolls the service back to a revision; without one, it isn't changed. The status is ROLLBACK_REQUESTED if a user
    /// requested it, and ROLLBACK_IN_PROGRESS if ECS begins it.
    /// </summary>
    public static void Begin(EcsEngine engine, ServiceState service, string? revisionArn, string status, string reason)
    {
        var serviceDeployment = service.ServiceDeployments[^1];
        Deployments.Fail(engine, service, reason);
        if (revisionArn is null)
        {
            serviceDeployment.End(
                engine.Now, ServiceDeploymentStatus.RollbackFailed, $"{reason} There is no completed deployment to roll back to.");
            return;
        }

        serviceDeployment.RollBack(engine.Now, revisionArn, status, reason);
        Deployments.RollBack(engine, service, revisionArn);
    }

    /// <summary>Leaves the service as it is.</summary>
    public static void Decline(EcsEngine engine, ServiceState service, string status, string reason)
    {
        Deployments.Fail(engine, service, reason);
        service.ServiceDeployments[^1].End(engine.Now, status, reason);
    }
}
