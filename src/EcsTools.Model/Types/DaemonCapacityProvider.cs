namespace EcsTools.Model;

public sealed partial class DaemonCapacityProvider
{
    /// <summary>The capacity provider, and on how many of its instances the daemon runs and does not: <c>fleet 5/1</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(Arn ?? "")} {RunningCount ?? 0}/{WithoutDaemonCount ?? 0}";
}
