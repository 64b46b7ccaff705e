using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Rolling updates have no lifecycle hooks, and they are all there is here: nothing ever waits to be continued.</summary>
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
