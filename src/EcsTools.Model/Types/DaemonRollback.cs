namespace EcsTools.Model;

public sealed partial class DaemonRollback
{
    /// <summary>The revision that the daemon goes back to, and why: <c>to 1938472650193847265: alarm</c>.</summary>
    public override string ToString() => $"to {EcsArn.IdOf(RollbackTargetDaemonRevisionArn ?? "")}: {Reason}";
}
