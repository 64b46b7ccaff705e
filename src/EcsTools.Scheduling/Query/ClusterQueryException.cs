namespace EcsTools.Scheduling.Query;

/// <summary>A cluster query that cannot be read: where it goes wrong, and what could stand there.</summary>
internal sealed class ClusterQueryException : FormatException
{
    /// <summary>Reports an error at a position of a query.</summary>
    /// <param name="position">The index of the first character that is wrong; the query's length when it ends too soon.</param>
    /// <param name="expected">The valid continuations, as the end of a sentence that begins with "Expected".</param>
    public ClusterQueryException(int position, string expected)
        : base($"Expected {expected} at position {position} of the expression.")
    {
        Position = position;
        Expected = expected;
    }

    /// <summary>The index of the first character that is wrong, counted from 0.</summary>
    public int Position { get; }

    /// <summary>The valid continuations.</summary>
    public string Expected { get; }
}
