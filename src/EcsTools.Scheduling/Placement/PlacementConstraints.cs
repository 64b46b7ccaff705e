using EcsTools.Scheduling.Query;

namespace EcsTools.Scheduling.Placement;

/// <summary>The constraints of a placement. All of them bind.</summary>
internal sealed record PlacementConstraints
{
    /// <summary>No constraint.</summary>
    public static PlacementConstraints None { get; } = new();

    /// <summary>Whether an instance may have at most one task of the group.</summary>
    public bool DistinctInstance { get; init; }

    /// <summary>The queries that the instance must match, every one.</summary>
    public IReadOnlyList<ClusterQuery> MemberOf { get; init; } = [];

    /// <summary>Reads constraints as the API writes them: <c>distinctInstance</c>, or <c>memberOf</c> with an expression.</summary>
    /// <exception cref="ClusterQueryException">An expression is not of the cluster query language.</exception>
    /// <exception cref="ArgumentException">A type is neither of the two.</exception>
    public static PlacementConstraints Parse(IEnumerable<(string? Type, string? Expression)> constraints)
    {
        var distinctInstance = false;
        var memberOf = new List<ClusterQuery>();
        foreach (var (type, expression) in constraints)
        {
            switch (type)
            {
                case "distinctInstance":
                    distinctInstance = true;
                    break;
                case "memberOf":
                    memberOf.Add(ClusterQuery.Parse(expression ?? ""));
                    break;
                default:
                    throw new ArgumentException(
                        $"A placement constraint is distinctInstance or memberOf, not '{type}'.", nameof(constraints));
            }
        }

        return new PlacementConstraints { DistinctInstance = distinctInstance, MemberOf = memberOf };
    }
}
