using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Deploy;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Rolls services back to a revision that was deployed successfully before.</summary>
[Cmdlet(VerbsCommon.Undo, "EcsService", SupportsShouldProcess = true), OutputType(typeof(Model.Service))]
[Calls(nameof(Operations.DescribeServices), nameof(Operations.DescribeServiceDeployments), nameof(Operations.RegisterTaskDefinition))]
[Calls(nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments), With = "Wait")]
public sealed class UndoEcsServiceCommand : EcsRedeployCommand
{
    private readonly ConcurrentDictionary<UpdateServiceRequest, PreviousRevision> revisions = new(ReferenceEqualityComparer.Instance);

    [Parameter(HelpMessage = "The revision to restore: its task definition, for example web:5 or 5, or the ARN of the service revision. Default: the last revision that differs from the current one.")]
    [Identity("TaskDefinition", IsSingle = true), ArgumentCompleter(typeof(TaskDefinitionCompleter))]
    public string? To { get; set; }

    private protected override bool LooksFirst(UpdateServiceRequest request) => true;

    private protected override Task<string> Look(UpdateServiceRequest request, JobOutput output) => (revisions[request] = new PreviousRevision(request, To, new(this, output))).Restore();

    private protected override Task Prepare(UpdateServiceRequest request, JobOutput output) => revisions[request].Prepare();

    private protected override string Action(UpdateServiceRequest request) => "Roll back to the previous revision";

    /// <summary>A revision that is INACTIVE is registered again before the service is updated.</summary>
    private protected override string? DoneBefore(UpdateServiceRequest request) =>
        revisions.GetValueOrDefault(request)?.Registered is { } revision ? $"{EcsArn.IdOf(revision)} was registered." : null;
}
