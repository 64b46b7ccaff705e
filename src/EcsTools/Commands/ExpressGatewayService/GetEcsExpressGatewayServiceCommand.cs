using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets Express services.</summary>
[Cmdlet(VerbsCommon.Get, "EcsExpressGatewayService", SupportsPaging = true), OutputType(typeof(ECSExpressGatewayService))]
[Operation(nameof(Operations.DescribeExpressGatewayService), Omit = ["serviceArn"])]
public sealed partial class GetEcsExpressGatewayServiceCommand : EcsGetCommand<ECSExpressGatewayService>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs, names, or wildcards. Default: all Express services of the cluster.")]
    [Alias("ServiceArn", "ServiceName", "Name"), Identity("Service"), ArgumentCompleter(typeof(ExpressServiceCompleter)), SupportsWildcards]
    public string[]? Service { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name or ARN of the cluster. Default: the cluster of the session, or the cluster named default.")]
    [Alias("ClusterArn", "ClusterName"), Identity("Cluster"), ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeExpressGatewayService);

    private protected override IReadOnlyList<string>? Names => Service;

    private protected override string? GivenCluster => Cluster;

    private protected override bool IsDescribable(string name) => EcsArn.TryParse(name, out _);

    /// <summary>ECS has no list of Express services: they are the services whose resources it manages.</summary>
    private protected override Lister NewLister()
    {
        var request = new ListServicesRequest { Cluster = ClusterFor(Cluster), ResourceManagementType = ResourceManagementType.Ecs };
        return output => ListAsync(Operations.ListServices, request, output);
    }

    private protected override Describer NewDescriber()
    {
        var request = new DescribeExpressGatewayServiceRequest();
        Fill(request, null);
        return async (batch, output, cancellation) =>
        {
            var response = await SendAsync(
                Operations.DescribeExpressGatewayService,
                new() { ServiceArn = batch.Ids[0], Include = request.Include },
                output,
                cancellation);
            return Described<ECSExpressGatewayService>.Of([response.Service!]);
        };
    }
}
