namespace EcsTools.Local.Engine.State;

/// <summary>The health of a task as a target of load balancers.</summary>
internal static class TargetHealth
{
    /// <summary>Not registered yet.</summary>
    public const string Unused = "unused";

    /// <summary>Registered, and not found healthy yet.</summary>
    public const string Initial = "initial";

    public const string Healthy = "healthy";

    /// <summary>Deregistered.</summary>
    public const string Draining = "draining";
}
