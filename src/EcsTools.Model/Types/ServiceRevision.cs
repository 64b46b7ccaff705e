namespace EcsTools.Model;

public sealed partial class ServiceRevision
{
    /// <summary>The revision's id.</summary>
    public override string ToString() => EcsArn.IdOf(ServiceRevisionArn ?? "");
}
