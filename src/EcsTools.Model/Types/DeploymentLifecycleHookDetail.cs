namespace EcsTools.Model;

public sealed partial class DeploymentLifecycleHookDetail
{
    /// <summary>The target of the hook.</summary>
    public string? Target => EcsArn.Foreign(TargetArn);

    /// <summary>The hook and its status: <c>hook-1 AWAITING_ACTION</c>.</summary>
    public override string ToString() => $"{HookId} {Status}".Trim();
}
