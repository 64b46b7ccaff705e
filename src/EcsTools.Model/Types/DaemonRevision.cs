namespace EcsTools.Model;

public sealed partial class DaemonRevision
{
    /// <summary>The revision's id.</summary>
    public override string ToString() => EcsArn.IdOf(DaemonRevisionArn ?? "");
}
