namespace EcsTools.Model;

public sealed partial class GatewayClusterAssociationSummary
{
    /// <summary>The gateway and the cluster: <c>edge of prod</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(GatewayArn ?? "")} of {EcsArn.IdOf(ClusterArn ?? "")}";
}
