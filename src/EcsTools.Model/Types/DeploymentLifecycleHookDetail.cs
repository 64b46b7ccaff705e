namespace EcsTools.Model;

public sealed partial class DeploymentLifecycleHookDetail
{
    /// <summary>Which hook, and how it fares: <c>hook-1 AWAITING_ACTION</c>.</summary>
    public override string ToString() => $"{HookId} {Status}".Trim();
}
