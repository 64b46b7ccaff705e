using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Describes the load balancers of a gateway, which are placeholders.</summary>
internal sealed class DescribeGatewayResourcesHandler()
    : Handler<DescribeGatewayResourcesRequest, DescribeGatewayResourcesResponse>(Operations.DescribeGatewayResources)
{
    private const int Max = 20, Usual = 10;

    protected override DescribeGatewayResourcesResponse Handle(Call call, DescribeGatewayResourcesRequest request)
    {
        var gateway = call.Gateway(request.Gateway);
        List<ElbGatewayResources> balancers = gateway.LoadBalancer is { } balancer ? [WithRoutes(balancer, gateway)] : [];
        var (page, next) = Paging.ByName(
            balancers, one => one.LoadBalancerArn!, one => one, request.NextToken, request.MaxResults, usual: Usual, most: Max);
        return new()
        {
            GatewayResources = new() { GatewayArn = gateway.Resource.GatewayArn, Resources = new() { HostSharedAlb = page } },
            NextToken = next,
        };
    }

    private static ElbGatewayResources WithRoutes(ElbGatewayResources balancer, GatewayState gateway)
    {
        var answer = balancer.Copy();
        answer.GatewayRouteArns = [.. gateway.Routes.Keys];
        return answer;
    }
}
