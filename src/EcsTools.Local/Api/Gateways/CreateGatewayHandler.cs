using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Local.Http;
using EcsTools.Model;

namespace EcsTools.Local.Api.Gateways;

/// <summary>Creates a gateway, which becomes ACTIVE after some time; its load balancers are placeholders.</summary>
internal sealed class CreateGatewayHandler() : Handler<CreateGatewayRequest, CreateGatewayResponse>(Operations.CreateGateway)
{
    protected override CreateGatewayResponse Handle(Call call, CreateGatewayRequest request)
    {
        Check.Name(request.Name, "Gateway name", "name");
        if (call.Region.Gateways.GetValueOrDefault(request.Name!) is { } existing) return Answer(Repeat(existing, request));
        GatewayRules.Role(request.InfrastructureRoleArn);
        Check.OneOf(request.PropagateTags, "propagateTags", [.. PropagateGatewayTags.Values]);
        Check.Tags(request.Tags);
        var balancers = GatewayRules.Balancers(request.Configuration);
        var gateway = new GatewayState
        {
            Request = request,
            Resource = new()
            {
                GatewayArn = call.Region.Arn($"gateway/{request.Name}/{call.Engine.Random.HexId()}"),
                Name = request.Name,
                Status = GatewayStatus.Active,
                Failures = [],
                InfrastructureRoleArn = request.InfrastructureRoleArn,
                DeletionProtection = request.DeletionProtection ?? true,
                Configuration = new() { HostSharedAlb = balancers },
                AccessType = balancers.Scheme == GatewayElbScheme.Internal ? AccessType.Private : AccessType.Public,
                PropagateTags = request.PropagateTags ?? PropagateGatewayTags.Gateway,
                Tags = request.Tags ?? [],
                CreatedAt = call.Now.UtcDateTime,
                UpdatedAt = call.Now.UtcDateTime,
            },
        };
        call.Region.Gateways.Add(gateway.Name, gateway);
        return Answer(gateway);
    }

    private static GatewayState Repeat(GatewayState gateway, CreateGatewayRequest request) =>
        !string.IsNullOrEmpty(request.ClientToken) && Structures.Same(gateway.Request, request)
            ? gateway
            : throw EcsFault.InvalidParameter($"A gateway named {request.Name} exists already.");

    private static CreateGatewayResponse Answer(GatewayState gateway) =>
        new() { GatewayArn = gateway.Resource.GatewayArn, Name = gateway.Name, Status = gateway.Resource.Status };
}
