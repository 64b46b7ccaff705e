using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Capacity;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Measures the total and available capacity of clusters, of their Availability Zones, and of their container instances.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "EcsCluster"), OutputType(typeof(ClusterMeasure))]
[Calls(nameof(Operations.ListClusters))]
public sealed class MeasureEcsClusterCommand : EcsGetCommand<ClusterMeasure>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Names, ARNs, or wildcards. Default: the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn", "ClusterName", "Name"), Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter)), SupportsWildcards]
    public string[]? Cluster { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeClusters);

    private protected override IReadOnlyList<string> Names => Cluster ?? [ClusterFor(null) ?? "default"];

    private protected override Lister NewLister() => output => ListAsync(Operations.ListClusters, new ListClustersRequest(), output);

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(Operations.DescribeClusters, new() { Clusters = batch.Ids }, output, cancellation);
        var reader = output.Calls.Reader;
        var measured = await Task.WhenAll((response.Clusters ?? []).Select(async cluster =>
            ClusterMeasure.Of(cluster, await reader.Instances(cluster.ClusterArn))));
        return new([.. measured.SelectMany(measures => measures)], response.Failures ?? []);
    };
}
