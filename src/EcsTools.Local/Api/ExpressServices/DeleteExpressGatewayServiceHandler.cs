using EcsTools.Local.Api.Services;
using EcsTools.Model;

namespace EcsTools.Local.Api.ExpressServices;

/// <summary>Drains the service, which becomes INACTIVE after some time.</summary>
internal sealed class DeleteExpressGatewayServiceHandler()
    : Handler<DeleteExpressGatewayServiceRequest, DeleteExpressGatewayServiceResponse>(Operations.DeleteExpressGatewayService)
{
    protected override DeleteExpressGatewayServiceResponse Handle(Call call, DeleteExpressGatewayServiceRequest request)
    {
        var service = call.ActiveExpress(request.ServiceArn);
        new DeleteServiceHandler().Handle(call, new DeleteServiceRequest
        {
            Cluster = service.Cluster.Name,
            Service = service.Name,
            Force = true,
        });
        service.Express!.UpdatedAt = call.Now.UtcDateTime;
        return new() { Service = ExpressDescriptions.Describe(service, withTags: true) };
    }
}
