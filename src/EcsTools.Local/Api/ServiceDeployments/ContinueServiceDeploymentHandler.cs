using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Lets a deployment go on that waits at a pause; none does, so that it only checks and refuses.</summary>
internal sealed class ContinueServiceDeploymentHandler()
    : Handler<ContinueServiceDeploymentRequest, ContinueServiceDeploymentResponse>(Operations.ContinueServiceDeployment)
{
    protected override ContinueServiceDeploymentResponse Handle(Call call, ContinueServiceDeploymentRequest request)
    {
        Check.OneOf(request.Action, "action", [.. DeploymentLifecycleHookAction.Values]);
        ServiceHistory.Deployment(call, request.ServiceDeploymentArn);
        throw EcsFault.InvalidParameter("The service deployment is not paused at the lifecycle hook that you specified.");
    }
}
