using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Waits until daemons are ACTIVE.</summary>
[Cmdlet(VerbsLifecycle.Wait, "EcsDaemon"), OutputType(typeof(DaemonDetail))]
[Operation(nameof(Operations.DescribeDaemon), Omit = ["daemonArn"])]
public sealed partial class WaitEcsDaemonCommand : EcsWaitCommand<DaemonDetail>
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs of the daemons. The cmdlet waits for all of them together.")]
    [Alias("DaemonArn", "Name"), Identity("Daemon"), ArgumentCompleter(typeof(DaemonCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Daemon { get; set; }

    private protected override int BatchSize => Operations.DescribeDaemon.BatchSize;

    private protected override IReadOnlyList<string>? Names => Daemon;

    private protected override Goal<DaemonDetail> NewGoal(string? cluster, string name) => DaemonGoals.Active(name);
}
