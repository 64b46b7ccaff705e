namespace EcsTools.Local.Engine.Core;

/// <summary>Internal errors of the local ECS. The newest are kept and saved with the state.</summary>
internal static class Faults
{
    /// <summary>How often something that fails is tried again.</summary>
    public const int MaxRetries = 3;

    /// <summary>How often something may act at one time before that is a fault.</summary>
    public const int MaxRepeats = 10_000;

    /// <summary>The time until the next try.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);

    private const int Kept = 50;

    /// <summary>Records a failure, one line for each operation, and returns how often it has failed.</summary>
    public static int Note(List<LocalFault> faults, string thing, Exception error, DateTimeOffset at)
    {
        var earlier = faults.Find(fault => fault.Thing == thing);
        if (earlier is not null) faults.Remove(earlier);
        var noted = new LocalFault(thing, $"{error.GetType().Name}: {error.Message}", at, 1 + earlier?.Times ?? 1);
        faults.Add(noted);
        if (faults.Count > Kept) faults.RemoveAt(0);
        return noted.Times;
    }
}
