namespace EcsTools.Scheduling.Query;

/// <summary>
/// An expression of the cluster query language, which selects container instances:
/// <c>attribute:ecs.instance-type =~ g2.* and runningTasksCount &lt; 3</c>.
/// </summary>
/// <remarks>
/// A negative operator (<c>!=</c>, <c>!in</c>, <c>!~</c>, <c>!exists</c>) is the exact opposite of the positive one,
/// so an instance without the attribute satisfies it. A pattern must match the whole value.
/// </remarks>
internal sealed class ClusterQuery
{
    private readonly Predicate<IQuerySubject> matches;

    private ClusterQuery(string text, Predicate<IQuerySubject> matches)
    {
        Text = text;
        this.matches = matches;
    }

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="ClusterQueryException">The expression is not of the cluster query language.</exception>
    public static ClusterQuery Parse(string text) => new ClusterQuery(text, new QueryParser(text).Parse());

    /// <summary>Whether the expression selects this instance.</summary>
    public bool Matches(IQuerySubject subject) => matches(subject);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
