using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Changes a gateway; the change takes some time.</summary>
internal sealed class UpdateGatewayHandler() : Handler<UpdateGatewayRequest, UpdateGatewayResponse>(Operations.UpdateGateway)
{
    protected override UpdateGatewayResponse Handle(Call call, UpdateGatewayRequest request)
    {
        var gateway = call.Gateway(request.Gateway);
        if (request.InfrastructureRoleArn is { } role) GatewayRules.Role(role);
        Check.OneOf(request.PropagateTags, "propagateTags", [.. PropagateGatewayTags.Values]);

        var updated = gateway.Resource.Copy();
        if (request.Configuration is { } configuration)
            updated.Configuration = new() { HostSharedAlb = GatewayRules.Merge(updated.Configuration!.HostSharedAlb!, configuration) };
        updated.InfrastructureRoleArn = request.InfrastructureRoleArn ?? updated.InfrastructureRoleArn;
        updated.DeletionProtection = request.DeletionProtection ?? updated.DeletionProtection;
        updated.PropagateTags = request.PropagateTags ?? updated.PropagateTags;
        updated.Status = GatewayStatus.UpdateInProgress;
        updated.UpdatedAt = call.Now.UtcDateTime;
        gateway.Resource = updated;
        call.Engine.ScheduleOnly(gateway, call.Engine.Timing.GatewayUpdate);
        return new() { GatewayArn = updated.GatewayArn, Name = updated.Name, Status = updated.Status };
    }
}
