using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets clusters.</summary>
[Cmdlet(VerbsCommon.Get, "EcsCluster", SupportsPaging = true), OutputType(typeof(Model.Cluster))]
[Alias("Get-ECSClusterList")]
[Operation(nameof(Operations.ListClusters))]
[Operation(nameof(Operations.DescribeClusters), Omit = ["clusters"])]
public sealed partial class GetEcsClusterCommand : EcsGetCommand<Model.Cluster>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards. Default: all clusters.")]
    [Alias("ClusterArn", "ClusterName", "Name"), Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter)), SupportsWildcards]
    public string[]? Cluster { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeClusters);

    private protected override IReadOnlyList<string>? Names => Cluster;

    private protected override Lister NewLister() => output => ListAsync(Operations.ListClusters, new ListClustersRequest(), output);

    private protected override Describer NewDescriber()
    {
        var request = new DescribeClustersRequest();
        Fill(request, null);
        return async (batch, output, cancellation) =>
        {
            var response = await SendAsync(
                Operations.DescribeClusters, new() { Clusters = batch.Ids, Include = request.Include }, output, cancellation);
            return Described<Model.Cluster>.Of(response.Clusters, response.Failures);
        };
    }
}
