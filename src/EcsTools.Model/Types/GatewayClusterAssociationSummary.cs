namespace EcsTools.Model;

public sealed partial class GatewayClusterAssociationSummary
{
    /// <summary>The name of the gateway.</summary>
    public string? Gateway => EcsArn.NameIn(GatewayArn);

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The gateway and the cluster: <c>edge of prod</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(GatewayArn ?? "")} of {EcsArn.IdOf(ClusterArn ?? "")}";
}
