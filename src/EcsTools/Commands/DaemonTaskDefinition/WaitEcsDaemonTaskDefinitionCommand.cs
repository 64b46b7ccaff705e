using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Waits until revisions of daemon task definitions are ACTIVE or DELETED.</summary>
[Cmdlet(VerbsLifecycle.Wait, "EcsDaemonTaskDefinition"), OutputType(typeof(Model.DaemonTaskDefinition))]
[Operation(nameof(Operations.DescribeDaemonTaskDefinition), Omit = ["daemonTaskDefinition"])]
public sealed partial class WaitEcsDaemonTaskDefinitionCommand : EcsWaitCommand<Model.DaemonTaskDefinition>
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The revisions: family:revision or ARN. A family alone means its latest ACTIVE revision.")]
    [Alias("DaemonTaskDefinitionArn", "Definition")]
    [Identity("DaemonTaskDefinition")]
    [ArgumentCompleter(typeof(DaemonTaskDefinitionCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? DaemonTaskDefinition { get; set; }

    [Parameter(HelpMessage = "ACTIVE or DELETED. Default: ACTIVE.")]
    [ValidateSet(DaemonTaskDefinitionStatus.Active, DaemonTaskDefinitionStatus.Deleted)]
    public string Status { get; set; } = DaemonTaskDefinitionStatus.Active;

    private protected override int BatchSize => Operations.DescribeDaemonTaskDefinition.BatchSize;

    private protected override IReadOnlyList<string>? Names => DaemonTaskDefinition;

    private protected override Goal<Model.DaemonTaskDefinition> NewGoal(string? cluster, string name) =>
        DaemonGoals.Definition(name, Status.ToUpperInvariant());
}
