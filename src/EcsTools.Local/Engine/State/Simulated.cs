namespace EcsTools.Local.Engine.State;

/// <summary>How long ended resources are kept, and the capacity that isn't registered. <see cref="Timing"/> has the durations.</summary>
internal static class Simulated
{
    /// <summary>The version that agents are updated to.</summary>
    public const string LatestAgent = "1.100.0";

    /// <summary>How long what has ended can still be described: stopped tasks, deregistered instances.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>How long a deleted task definition can still be described, and again how long while something runs from it.</summary>
    public static readonly TimeSpan DeletedDefinition = TimeSpan.FromMinutes(10);

    /// <summary>How long the same complaint about a service is not made again.</summary>
    public static readonly TimeSpan RepeatedEvent = TimeSpan.FromHours(6);

    /// <summary>How long the token of a RunTask is known.</summary>
    public static readonly TimeSpan RunToken = TimeSpan.FromHours(24);

    /// <summary>From a fault of the local ECS in something that acts to another try.</summary>
    public static readonly TimeSpan FaultRetry = TimeSpan.FromMinutes(1);

    /// <summary>How often something may act at one moment before that is taken for a fault.</summary>
    public const int Restless = 10_000;

    /// <summary>How often something that fails is tried again.</summary>
    public const int FaultRetries = 3;

    /// <summary>How many tasks of a cluster may wait in PROVISIONING for capacity.</summary>
    public const int ProvisioningLimit = 500;

    /// <summary>The network interfaces for tasks that an instance has.</summary>
    public const int InterfacesPerInstance = 10;

    /// <summary>The network interfaces for tasks that an instance has on its trunk interface.</summary>
    public const int InterfacesPerTrunk = 60;

    /// <summary>The first port that is given out where a container asks for any.</summary>
    public const int FirstDynamicPort = 32768;
}
