namespace EcsTools.Model;

public sealed partial class GatewayRoute
{
    /// <summary>The route's id.</summary>
    public override string ToString() => EcsArn.IdOf(GatewayRouteArn ?? "");
}
