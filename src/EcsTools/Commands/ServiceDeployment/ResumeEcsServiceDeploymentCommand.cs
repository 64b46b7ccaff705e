using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Continues or rolls back service deployments that are paused at a lifecycle hook.</summary>
[Cmdlet(VerbsLifecycle.Resume, "EcsServiceDeployment", SupportsShouldProcess = true), OutputType(typeof(Model.ServiceDeployment))]
[Operation(nameof(Operations.ContinueServiceDeployment), Targets = "serviceDeploymentArn", Then = "hookId")]
[Waits("until the deployment is SUCCESSFUL, or is rolled back if you requested that")]
public sealed partial class ResumeEcsServiceDeploymentCommand
    : EcsRemovalCommand<ContinueServiceDeploymentRequest, ContinueServiceDeploymentResponse>, IWaitParameters
{
    [Parameter(HelpMessage = "CONTINUE resumes the deployment after the hook; ROLLBACK rolls it back. Default: CONTINUE.")]
    [Alias("Action")]
    [Values(DeploymentLifecycleHookAction.Continue, DeploymentLifecycleHookAction.Rollback)]
    [ArgumentCompleter(typeof(ValuesCompleter))]
    public string? HookAction { get; set; }

    private protected override Operation<ContinueServiceDeploymentRequest, ContinueServiceDeploymentResponse> Operation =>
        Operations.ContinueServiceDeployment;

    private protected override bool Complete(ContinueServiceDeploymentRequest request)
    {
        request.Action = HookAction;
        return true;
    }

    private protected override string Subject(ContinueServiceDeploymentRequest request) =>
        Naming.ServiceDeployment(request.ServiceDeploymentArn);

    private protected override string Action(ContinueServiceDeploymentRequest request) =>
        request.Action == DeploymentLifecycleHookAction.Rollback
            ? $"Roll back at hook {request.HookId}"
            : $"Continue after hook {request.HookId}";

    private protected override async ValueTask<object?> Removed(ContinueServiceDeploymentResponse response, JobOutput output)
    {
        var arn = response.ServiceDeploymentArn!;
        var goal = HookAction == DeploymentLifecycleHookAction.Rollback
            ? ServiceDeploymentGoal.Stopped(arn)
            : ServiceDeploymentGoal.Successful(arn);
        if (Wait) return await this.WaitFor(goal, output);
        return PassThru ? await this.Describe(arn, output) : null;
    }
}
