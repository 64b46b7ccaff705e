namespace EcsTools.Model;

public sealed partial class Rollback
{
    /// <summary>The revision that the service goes back to, and why: <c>to 1938472650193847265: alarm</c>.</summary>
    public override string ToString() => $"to {EcsArn.IdOf(ServiceRevisionArn ?? "")}: {Reason}";
}
