namespace EcsTools.Model;

public sealed partial class GatewayRoute
{
    /// <summary>The id: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(GatewayRouteArn);

    /// <summary>The name of the gateway, which the ARN contains.</summary>
    public string? Gateway => EcsArn.TryParse(GatewayRouteArn, out var arn) ? arn.Resource.Split('/')[0] : null;

    /// <summary>The name of the service.</summary>
    public string? Service => EcsArn.NameIn(ServiceArn);

    /// <summary>The name of the container port.</summary>
    public string? Port => ServiceContainerPortName;

    /// <summary>The route's id.</summary>
    public override string ToString() => EcsArn.IdOf(GatewayRouteArn ?? "");
}
