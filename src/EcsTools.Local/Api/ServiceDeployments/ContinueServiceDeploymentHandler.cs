using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.Services;
using EcsTools.Model;

namespace EcsTools.Local.Api.ServiceDeployments;

/// <summary>Continues or rolls back a deployment that is paused at a lifecycle hook.</summary>
internal sealed class ContinueServiceDeploymentHandler()
    : Handler<ContinueServiceDeploymentRequest, ContinueServiceDeploymentResponse>(Operations.ContinueServiceDeployment)
{
    protected override ContinueServiceDeploymentResponse Handle(Call call, ContinueServiceDeploymentRequest request)
    {
        Check.OneOf(request.Action, "action", [.. DeploymentLifecycleHookAction.Values]);
        var (service, deployment) = ServiceHistory.Deployment(call, request.ServiceDeploymentArn);
        if (!LifecycleHooks.Answer(
            call.Engine, service, deployment, request.HookId ?? "", request.Action ?? DeploymentLifecycleHookAction.Continue))
            throw EcsFault.InvalidParameter("The service deployment is not paused at the lifecycle hook that you specified.");
        call.Engine.Schedule(service, call.Now + call.Engine.Timing.SchedulerDelay);
        return new() { ServiceDeploymentArn = deployment.Arn };
    }
}
