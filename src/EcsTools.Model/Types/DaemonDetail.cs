namespace EcsTools.Model;

public sealed partial class DaemonDetail
{
    /// <summary>The daemon's name.</summary>
    public override string ToString() => EcsArn.IdOf(DaemonArn ?? "");
}
