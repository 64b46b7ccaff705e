using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets daemons.</summary>
[Cmdlet(VerbsCommon.Get, "EcsDaemon", SupportsPaging = true), OutputType(typeof(DaemonDetail))]
[Alias("Get-ECSDaemonList")]
[Operation(nameof(Operations.ListDaemons), Omit = ["clusterArn"])]
[Operation(nameof(Operations.DescribeDaemon), Omit = ["daemonArn"])]
[Calls(nameof(Operations.DescribeDaemonRevisions))]
public sealed partial class GetEcsDaemonCommand : EcsGetCommand<DaemonDetail>
{
    private string? definition;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs, names, or wildcards. Default: all daemons.")]
    [Alias("DaemonArn", "DaemonName", "Name"), Identity("Daemon"), ArgumentCompleter(typeof(DaemonCompleter)), SupportsWildcards]
    public string[]? Daemon { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the cluster whose daemons are listed. Default: the cluster of the session, or all clusters.")]
    [Alias("ClusterArn"), Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeDaemon);

    private protected override IReadOnlyList<string>? Names => Daemon;

    private protected override string? GivenCluster => Cluster;

    private protected override bool IsDescribable(string name) => EcsArn.TryParse(name, out _);

    /// <summary>The daemons of a daemon task definition are those of which a current revision runs it.</summary>
    internal override bool Narrow(PipedObject piped, Action<string, object?> set)
    {
        definition = piped.Self("DaemonTaskDefinition") as string;
        return definition is not null;
    }

    private protected override void Widen()
    {
        base.Widen();
        definition = null;
    }

    private protected override Describer NewDescriberOfListed()
    {
        var describe = NewDescriber();
        return definition is not { } wanted ? describe : async (batch, output, cancellation) =>
        {
            var described = await describe(batch, output, cancellation);
            return described.Items is [var daemon] && await Runs(daemon, wanted, output, cancellation)
                ? described
                : described with { Items = [] };
        };
    }

    private async Task<bool> Runs(DaemonDetail daemon, string definition, JobOutput output, CancellationToken cancellation)
    {
        var revisions = (daemon.CurrentRevisions ?? []).Select(revision => revision.Arn!).ToList();
        if (revisions.Count == 0) return false;
        var response = await SendAsync(Operations.DescribeDaemonRevisions, new() { DaemonRevisionArns = revisions }, output, cancellation);
        return response.DaemonRevisions?.Exists(revision => revision.DaemonTaskDefinitionArn == definition) == true;
    }

    private protected override Lister NewLister()
    {
        var request = new ListDaemonsRequest();
        Fill(request, null);
        var cluster = ClusterFor(Cluster);
        return output => List(request, cluster, output);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(Operations.DescribeDaemon, new() { DaemonArn = batch.Ids[0] }, output, cancellation);
        return Described<DaemonDetail>.Of([response.Daemon!]);
    };

    /// <summary>ECS takes the cluster by ARN only.</summary>
    private async IAsyncEnumerable<string> List(ListDaemonsRequest request, string? cluster, JobOutput output)
    {
        request.ClusterArn = await output.Calls.ClusterArn(cluster);
        await foreach (var arn in ListAsync(Operations.ListDaemons, request, output, summary => summary.DaemonArn)) yield return arn;
    }
}
