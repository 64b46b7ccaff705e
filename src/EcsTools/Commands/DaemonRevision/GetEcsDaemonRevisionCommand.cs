using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets daemon revisions, which record what each deployment of a daemon deployed.</summary>
[Cmdlet(VerbsCommon.Get, "EcsDaemonRevision", SupportsPaging = true), OutputType(typeof(Model.DaemonRevision))]
[Operation(nameof(Operations.DescribeDaemonRevisions), Omit = ["daemonRevisionArns"])]
public sealed partial class GetEcsDaemonRevisionCommand : EcsGetCommand<Model.DaemonRevision>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs, IDs, or wildcards. Default: all revisions that a deployment of the daemon deployed.")]
    [Alias("DaemonRevisionArn", "DaemonRevisionArns", "TargetDaemonRevisionArn", "Id")]
    [Identity("DaemonRevision")]
    [ArgumentCompleter(typeof(DaemonRevisionCompleter))]
    [SupportsWildcards]
    public string[]? DaemonRevision { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The ARN of the daemon whose revisions are returned.")]
    [Alias("DaemonArn"), Identity("Daemon"), ArgumentCompleter(typeof(DaemonCompleter))]
    public string? Daemon { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeDaemonRevisions);

    private protected override IReadOnlyList<string>? Names => DaemonRevision;

    private protected override bool IsDescribable(string name) => EcsArn.TryParse(name, out _);

    private protected override string? ListedBy => nameof(Daemon);

    /// <summary>ECS has no list of revisions; each came with a deployment.</summary>
    private protected override Lister NewLister()
    {
        var request = new ListDaemonDeploymentsRequest { DaemonArn = Daemon };
        return output =>
            ListAsync(
                Operations.ListDaemonDeployments,
                request,
                output,
                summary => summary.TargetDaemonRevisionArn).OrErrorAbout(request.DaemonArn, output);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(Operations.DescribeDaemonRevisions, new() { DaemonRevisionArns = batch.Ids }, output, cancellation);
        return Described<Model.DaemonRevision>.Of(response.DaemonRevisions, response.Failures);
    };
}
