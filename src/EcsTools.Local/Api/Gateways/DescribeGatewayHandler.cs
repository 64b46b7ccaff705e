using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Describes a gateway.</summary>
internal sealed class DescribeGatewayHandler() : Handler<DescribeGatewayRequest, DescribeGatewayResponse>(Operations.DescribeGateway)
{
    protected override DescribeGatewayResponse Handle(Call call, DescribeGatewayRequest request) =>
        new() { Gateway = call.Gateway(request.Gateway).Describe() };
}
