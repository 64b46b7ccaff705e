using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Restarts services by a new deployment of the same revision, which also pulls the images again.</summary>
[Cmdlet(VerbsLifecycle.Restart, "EcsService", SupportsShouldProcess = true), OutputType(typeof(Model.Service))]
[Calls(nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments), With = "Wait")]
public sealed class RestartEcsServiceCommand : EcsRedeployCommand
{
    /// <inheritdoc/>
    protected override void Fill(UpdateServiceRequest request, string? target)
    {
        base.Fill(request, target);
        request.ForceNewDeployment = true;
    }

    private protected override string Action(UpdateServiceRequest request) => "Replace all tasks by new ones";
}
