using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Lists and describes the services of a cluster.</summary>
[Cmdlet(VerbsCommon.Get, "EcsService", SupportsPaging = true), OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.ListServices))]
[Operation(nameof(Operations.DescribeServices), Omit = ["services"])]
public sealed partial class GetEcsServiceCommand : EcsGetCommand<Model.Service>
{
    /// <summary>Names, ARNs or wildcards. Left out: all services of the cluster.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "Names, ARNs or wildcards. Left out: all services of the cluster.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ServiceCompleter)), SupportsWildcards]
    public string[]? Service { get; set; }

    private protected override int BatchSize => 10;

    private protected override string DescribeOperation => nameof(Operations.DescribeServices);

    private protected override IReadOnlyList<string>? Names => Service;

    private protected override string? GivenCluster => Cluster;

    private protected override Lister NewLister()
    {
        var request = new ListServicesRequest();
        Fill(request, null);
        return output => ListAsync(Operations.ListServices, request, output);
    }

    private protected override Describer NewDescriber()
    {
        var request = new DescribeServicesRequest();
        Fill(request, null);
        return async (batch, output, cancellation) =>
        {
            var response = await SendAsync(Operations.DescribeServices, new() { Cluster = batch.Cluster, Services = batch.Ids, Include = request.Include }, output, cancellation);
            return Described<Model.Service>.Of(response.Services, response.Failures);
        };
    }
}
