using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

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

        deployment.RollBack(call.Engine, source.Arn!);
        Deployments.RollBack(call, service, service.Revisions.Find(revision => revision.ServiceRevisionArn == source.Arn)!);
        return new() { ServiceDeploymentArn = deployment.Arn };
    }
}
