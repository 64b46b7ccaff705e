namespace EcsTools.Model;

public sealed partial class UpdatedExpressGatewayService
{
    /// <summary>The service's name.</summary>
    public override string ToString() => ServiceName ?? "";
}
