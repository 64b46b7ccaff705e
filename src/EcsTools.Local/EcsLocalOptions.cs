namespace EcsTools.Local;

/// <summary>How a local ECS is to be.</summary>
public sealed record EcsLocalOptions
{
    /// <summary>The port to listen on; 0, the default, for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The clock that everything follows; one that runs by itself, in real time, by default. With a <see cref="ManualClock"/> nothing
    /// happens until it is advanced.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = new ScaledClock(1);

    /// <summary>The account of requests whose access key does not name one. An access key of twelve digits is the account itself.</summary>
    public string Account { get; init; } = "123456789012";

    /// <summary>The region of requests that are not signed for one.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>
    /// How long it takes until reads (List…, Describe…, Get…) see what was written; none by default. Real ECS is eventually consistent,
    /// within seconds.
    /// </summary>
    public TimeSpan ConsistencyDelay { get; init; }

    /// <summary>How long things take; fast by default.</summary>
    public Timing Timing { get; init; } = Timing.Fast;

    /// <summary>How many tasks a service may be asked for: the quota of ECS.</summary>
    public int TasksPerService { get; init; } = 5000;

    /// <summary>The seed of IDs and random choices: the same seed and the same calls at the same times give the same state.</summary>
    public int Seed { get; init; } = 1;
}
