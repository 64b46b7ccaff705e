using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Stops a deployment under way and puts the revision before it back.</summary>
internal sealed class StopServiceDeploymentHandler() : Handler<StopServiceDeploymentRequest, StopServiceDeploymentResponse>(Operations.StopServiceDeployment)
{
    protected override StopServiceDeploymentResponse Handle(Call call, StopServiceDeploymentRequest request)
    {
        Check.OneOf(request.StopType, "stopType", [.. StopServiceDeploymentStopType.Values]);
        var (service, deployment) = ServiceHistory.Deployment(call, request.ServiceDeploymentArn);
        if (!deployment.IsUnderWay) throw new EcsFault("ConflictException", $"The service deployment is {deployment.Resource.Status} and cannot be stopped.");
        if (request.StopType == StopServiceDeploymentStopType.Abort) throw EcsFault.Unsupported("the stop type ABORT");
        if (deployment.Resource.SourceServiceRevisions is not [var source, ..])
            throw EcsFault.Client("The service deployment cannot be rolled back because there is no earlier service revision.");

        deployment.RollBack(call.Engine, source.Arn!, ServiceDeploymentStatus.RollbackRequested, "Service deployment was stopped by a user.");
        Deployments.Fail(call.Engine, service, $"ECS deployment {service.Primary.Id} was stopped by a user.");
        Deployments.RollBack(call.Engine, service, source.Arn!);
        return new() { ServiceDeploymentArn = deployment.Arn };
    }
}
