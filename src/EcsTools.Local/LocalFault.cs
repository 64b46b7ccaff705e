namespace EcsTools.Local;

/// <summary>An internal error of the local ECS. Everything else continues.</summary>
/// <param name="Thing">The resource that failed to act, by its ARN; or the operation that failed.</param>
/// <param name="Error">The error.</param>
/// <param name="At">When it last happened, by the clock of the local ECS.</param>
/// <param name="Times">How often it has happened.</param>
public sealed record LocalFault(string Thing, string Error, DateTimeOffset At, int Times)
{
    /// <summary>The failed operation, the error, and the count.</summary>
    public override string ToString() => $"{Thing}: {Error} ({Times} times, last at {At:u})";
}
