namespace EcsTools.Scheduling.Services;

/// <summary>How few and how many tasks a service may have while tasks are replaced.</summary>
/// <param name="Floor">The healthy running tasks that the scheduler leaves alone.</param>
/// <param name="Ceiling">The tasks beyond which the scheduler starts none. Pending, running and stopping tasks all count.</param>
internal readonly record struct DeploymentLimits(int Floor, int Ceiling)
{
    /// <summary>The defaults for a REPLICA service.</summary>
    public const int ReplicaMinimumHealthyPercent = 100, ReplicaMaximumPercent = 200;

    /// <summary>The defaults for a DAEMON service.</summary>
    public const int DaemonMinimumHealthyPercent = 0, DaemonMaximumPercent = 100;

    /// <summary>The limits for a desired count: the floor is rounded up, the ceiling down.</summary>
    /// <param name="desiredCount">The tasks that the service should have.</param>
    /// <param name="minimumHealthyPercent">From 0 to 100.</param>
    /// <param name="maximumPercent">100 or more.</param>
    public static DeploymentLimits Of(int desiredCount, int minimumHealthyPercent, int maximumPercent) =>
        new((int)Percent.Up(desiredCount, minimumHealthyPercent), (int)Math.Min(Percent.Down(desiredCount, maximumPercent), int.MaxValue));
}
