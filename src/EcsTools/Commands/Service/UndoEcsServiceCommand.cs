using System.Management.Automation;
using EcsTools.Deploy;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Takes services back to the last revision that was deployed successfully before the present one: its task definition, network, capacity and all else that ECS keeps of it.</summary>
[Cmdlet(VerbsCommon.Undo, "EcsService", SupportsShouldProcess = true), OutputType(typeof(Model.Service))]
[Calls(nameof(Operations.UpdateService), nameof(Operations.DescribeServices), nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments), nameof(Operations.DescribeServiceRevisions))]
public sealed class UndoEcsServiceCommand : EcsRedeployCommand
{
    private protected override bool LooksFirst(UpdateServiceRequest request) => true;

    private protected override Task<string> Look(UpdateServiceRequest request, JobOutput output) => new PreviousRevision(request, new(this, output)).Restore();

    private protected override string Action(UpdateServiceRequest request) => "Go back to the previous revision";
}
