using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Deletes a gateway without associated clusters.</summary>
internal sealed class DeleteGatewayHandler() : Handler<DeleteGatewayRequest, DeleteGatewayResponse>(Operations.DeleteGateway)
{
    protected override DeleteGatewayResponse Handle(Call call, DeleteGatewayRequest request)
    {
        var gateway = call.Gateway(request.Gateway);
        if (gateway.Resource.DeletionProtection == true)
            throw EcsFault.InvalidParameter("The gateway cannot be deleted while deletion protection is on.");
        if (gateway.Clusters.Values.Any(status => status != GatewayClusterAssociationStatus.Inactive))
            throw EcsFault.InvalidParameter("The gateway cannot be deleted while clusters are associated with it.");

        gateway.DueAt = null; // an update in progress ends with it
        call.Region.Gateways.Remove(gateway.Name);
        return new() { GatewayArn = gateway.Resource.GatewayArn, Name = gateway.Name, Status = GatewayStatus.Deleted };
    }
}
