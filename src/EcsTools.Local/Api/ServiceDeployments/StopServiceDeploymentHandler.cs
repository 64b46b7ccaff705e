using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Services;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.ServiceDeployments;

/// <summary>Stops a deployment in progress, and rolls back to the previous revision unless the stop type is ABORT.</summary>
internal sealed class StopServiceDeploymentHandler()
    : Handler<StopServiceDeploymentRequest, StopServiceDeploymentResponse>(Operations.StopServiceDeployment)
{
    private const string Reason = "Service deployment was stopped by a user.";

    protected override StopServiceDeploymentResponse Handle(Call call, StopServiceDeploymentRequest request)
    {
        Check.OneOf(request.StopType, "stopType", [.. StopServiceDeploymentStopType.Values]);
        var (service, deployment) = ServiceHistory.Deployment(call, request.ServiceDeploymentArn);
        if (deployment.IsFinished)
            throw new EcsFault("ConflictException", $"The service deployment is {deployment.Resource.Status} and cannot be stopped.");
        if (deployment.IsPendingOrInProgress) Stop(call, service, deployment, request.StopType);
        return new() { ServiceDeploymentArn = deployment.Arn };
    }

    private static void Stop(Call call, ServiceState service, ServiceDeploymentState deployment, string? stopType)
    {
        if (stopType == StopServiceDeploymentStopType.Abort)
        {
            deployment.Abort(call.Now, Reason);
            Deployments.Fail(call.Engine, service, Reason);
            call.Engine.Schedule(service, call.Now + call.Engine.Timing.SchedulerDelay);
            return;
        }

        if (deployment.Source is null)
            throw EcsFault.Client("The service deployment cannot be rolled back because there is no earlier service revision.");
        Rollbacks.Begin(call.Engine, service, deployment.Source, ServiceDeploymentStatus.RollbackRequested, Reason);
    }
}
