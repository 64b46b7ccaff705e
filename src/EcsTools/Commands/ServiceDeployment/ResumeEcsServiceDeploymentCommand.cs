using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Lets service deployments go on, or back, that wait at a lifecycle hook.</summary>
[Cmdlet(VerbsLifecycle.Resume, "EcsServiceDeployment", SupportsShouldProcess = true), OutputType(typeof(Model.ServiceDeployment))]
[Operation(nameof(Operations.ContinueServiceDeployment), Targets = "serviceDeploymentArn")]
public sealed partial class ResumeEcsServiceDeploymentCommand : EcsOperationCommand<ContinueServiceDeploymentRequest, ContinueServiceDeploymentResponse>
{
    /// <summary>Whether to go on from the hook, as when it is left out, or back.</summary>
    [Parameter(HelpMessage = "Whether to go on from the hook, as when it is left out, or back.")]
    [Alias("Action"), Values(DeploymentLifecycleHookAction.Continue, DeploymentLifecycleHookAction.Rollback), ArgumentCompleter(typeof(ValuesCompleter))]
    public string? HookAction { get; set; }

    /// <summary>Emits the service deployment as it is then.</summary>
    [Parameter(HelpMessage = "Emits the service deployment as it is then.")]
    public SwitchParameter PassThru { get; set; }

    private protected override Operation<ContinueServiceDeploymentRequest, ContinueServiceDeploymentResponse> Operation => Operations.ContinueServiceDeployment;

    private protected override bool Complete(ContinueServiceDeploymentRequest request)
    {
        request.Action = HookAction;
        return true;
    }

    private protected override string Subject(ContinueServiceDeploymentRequest request) => Naming.ServiceDeployment(request.ServiceDeploymentArn);

    private protected override string Action(ContinueServiceDeploymentRequest request) =>
        request.Action == DeploymentLifecycleHookAction.Rollback ? $"Roll back at hook {request.HookId}" : $"Go on from hook {request.HookId}";

    private protected override async Task Emit(ContinueServiceDeploymentRequest request, ContinueServiceDeploymentResponse response, JobOutput output)
    {
        if (PassThru) await this.Describe(response.ServiceDeploymentArn!, output);
    }
}
