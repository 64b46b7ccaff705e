using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.ExpressServices;

/// <summary>Describes the service with its configurations.</summary>
internal sealed class DescribeExpressGatewayServiceHandler()
    : Handler<DescribeExpressGatewayServiceRequest, DescribeExpressGatewayServiceResponse>(Operations.DescribeExpressGatewayService)
{
    protected override DescribeExpressGatewayServiceResponse Handle(Call call, DescribeExpressGatewayServiceRequest request)
    {
        Check.Include(request.Include, [.. ExpressGatewayServiceInclude.Values]);
        var found = call.FindExpress(request.ServiceArn) ?? throw new EcsFault(
            "ResourceNotFoundException", "The specified Express service was not found.");
        return new() { Service = ExpressDescriptions.Describe(
            found, request.Include?.Contains(ExpressGatewayServiceInclude.Tags) == true) };
    }
}
