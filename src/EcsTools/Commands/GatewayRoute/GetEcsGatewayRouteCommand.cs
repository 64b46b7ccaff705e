using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Gets the routes from gateways to services.</summary>
[Cmdlet(VerbsCommon.Get, "EcsGatewayRoute", SupportsPaging = true), OutputType(typeof(Model.GatewayRoute))]
[Alias("Get-ECSGatewayRouteList")]
[Operation(nameof(Operations.ListGatewayRoutes),
    WithoutCluster = "routes to services of all clusters. The cluster of the session isn't used")]
[Operation(nameof(Operations.DescribeGatewayRoute), Omit = ["gatewayRouteArn"])]
public sealed partial class GetEcsGatewayRouteCommand : EcsGetCommand<Model.GatewayRoute>
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "ARNs, IDs, or wildcards. Default: all routes that match the filters.")]
    [Alias("GatewayRouteArn", "Id"), Identity("GatewayRoute"), ArgumentCompleter(typeof(GatewayRouteCompleter)), SupportsWildcards]
    public string[]? GatewayRoute { get; set; }

    private protected override string DescribeOperation => nameof(Operations.DescribeGatewayRoute);

    private protected override IReadOnlyList<string>? Names => GatewayRoute;

    private protected override bool IsDescribable(string name) => EcsArn.TryParse(name, out _);

    private protected override Lister NewLister()
    {
        var request = new ListGatewayRoutesRequest();
        Fill(request, null);
        return output => ListAsync(Operations.ListGatewayRoutes, request, output, summary => summary.GatewayRouteArn);
    }

    private protected override Describer NewDescriber() => async (batch, output, cancellation) =>
    {
        var response = await SendAsync(Operations.DescribeGatewayRoute, new() { GatewayRouteArn = batch.Ids[0] }, output, cancellation);
        return Described<Model.GatewayRoute>.Of([response.GatewayRoute!]);
    };
}
