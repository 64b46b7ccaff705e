namespace EcsTools.Scheduling.Placement;

/// <summary>
/// The instances for placement, sorted once by the fields over which strategies spread, so that a placement doesn't have to read all of
/// them.
/// </summary>
/// <remarks>
/// Create a new one when an instance was added or removed, or has other attributes; its other facts may change. If a strategy makes no
/// difference between two instances, the first one in the list is taken.
/// </remarks>
internal sealed class InstancePool<TInstance>
    where TInstance : class, IPlacementInstance
{
    private readonly Func<string, IEnumerable<TInstance>> holders;
    private readonly Dictionary<TInstance, int> places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IReadOnlyList<int[]>> alike = new(StringComparer.Ordinal);

    /// <summary>Creates a pool of instances.</summary>
    /// <param name="instances">All instances. Those that are not ACTIVE take no task, yet theirs count when tasks are spread.</param>
    /// <param name="holders">Finds the instances with tasks of a group, and maybe others; without it they are looked for among all.</param>
    public InstancePool(IReadOnlyList<TInstance> instances, Func<string, IEnumerable<TInstance>>? holders = null)
    {
        Instances = instances;
        this.holders = holders ?? (_ => instances);
        foreach (var instance in instances) places.Add(instance, places.Count);
    }

    /// <summary>The instances in their order.</summary>
    public IReadOnlyList<TInstance> Instances { get; }

    /// <summary>The places in the list of the instances that have tasks of a group.</summary>
    internal IEnumerable<int> Holders(string group)
    {
        foreach (var instance in holders(group))
        {
            if (instance.TasksInGroup(group) > 0 && places.TryGetValue(instance, out var place)) yield return place;
        }
    }

    /// <summary>The places in the list, in order, of the instances that have the same values of these attributes.</summary>
    internal IReadOnlyList<int[]> Alike(IReadOnlyList<string> attributes)
    {
        var key = string.Join('\0', attributes);
        if (!this.alike.TryGetValue(key, out var alike))
            this.alike.Add(
                key,
                alike = [.. places.GroupBy(
                    pair => Values(pair.Key, attributes), pair => pair.Value, (_, places) => places.Order().ToArray())]);
        return alike;
    }

    private static string Values(TInstance instance, IReadOnlyList<string> attributes) =>
        string.Join('\0', attributes.Select(attribute => instance.TryGetAttribute(attribute, out var value) ? value : ""));
}
