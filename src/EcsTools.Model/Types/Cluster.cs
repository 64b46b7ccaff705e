namespace EcsTools.Model;

public sealed partial class Cluster
{
    /// <summary>The cluster's name.</summary>
    public override string ToString() => ClusterName ?? "";
}
