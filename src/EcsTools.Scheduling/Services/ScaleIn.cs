using EcsTools.Scheduling.Placement;

namespace EcsTools.Scheduling.Services;

/// <summary>Chooses the tasks of a service to stop when some must go.</summary>
internal static class ScaleIn
{
    /// <summary>
    /// Reverses the placement strategy: removes a task from the zone, attribute value, or instance with the most tasks of the service, or
    /// from the instance with the most CPU or memory left. If the strategy makes no difference, the zone and then the instance with the
    /// most tasks loses one. If these are equal too, and among tasks of one instance, the first of the list is removed: the oldest, in a
    /// list by age.
    /// </summary>
    /// <param name="candidates">The tasks that may go.</param>
    /// <param name="tasks">All tasks of the service: those that are not stopping count when the strategy spreads.</param>
    /// <param name="count">How many are to go; all candidates where there are fewer.</param>
    /// <param name="strategy">The service's placement strategy, or <see cref="PlacementStep.ServiceDefault"/>.</param>
    /// <param name="random">Decides for <c>random</c>; the same seed decides the same.</param>
    public static IReadOnlyList<TTask> Choose<TTask>(
        IReadOnlyList<TTask> candidates, IReadOnlyList<TTask> tasks, int count, IReadOnlyList<PlacementStep> strategy, Random random)
        where TTask : class, IServiceTask
    {
        if (count <= 0) return [];
        if (count >= candidates.Count) return candidates;
        var ranking = Rank(candidates, tasks, strategy, random);
        var chosen = new List<TTask>(count);
        while (chosen.Count < count && ranking.Take() is { } entry)
        {
            chosen.Add(entry.Item.Next());
            entry.Shelf.Count(-1);
            Put(ranking, entry);
        }

        return chosen;
    }

    private static Ranking<Place<TTask>> Rank<TTask>(
        IReadOnlyList<TTask> candidates, IReadOnlyList<TTask> tasks, IReadOnlyList<PlacementStep> strategy, Random random)
        where TTask : class, IServiceTask
    {
        var ranking = new Ranking<Place<TTask>>([.. strategy.Union(PlacementStep.ServiceDefault)], reversed: true, random);
        var places = new Dictionary<object, Place<TTask>>(ReferenceEqualityComparer.Instance);
        foreach (var task in candidates)
        {
            if (!places.TryGetValue(WhereIs(task), out var place))
                places.Add(WhereIs(task), place = new Place<TTask>(task.Instance, places.Count));
            place.Candidates.Enqueue(task);
        }

        foreach (var task in tasks.Where(task => task.State != ServiceTaskState.Stopping))
        {
            ShelfOf(ranking, task).Count(1);
            if (places.TryGetValue(WhereIs(task), out var place)) place.Tasks++;
        }

        foreach (var place in places.Values) Put(ranking, new(place, ShelfOf(ranking, place.Candidates.Peek()), place.Order));
        return ranking;
    }

    // A task without an instance has a place of its own.
    private static object WhereIs(IServiceTask task) => (object?)task.Instance ?? task;

    private static Ranking<Place<TTask>>.Shelf ShelfOf<TTask>(Ranking<Place<TTask>> ranking, TTask task)
        where TTask : class, IServiceTask =>
        ranking.ShelfOf(attribute =>
            attribute == InstanceAttributes.AvailabilityZone ? task.AvailabilityZone ?? ""
            : task.Instance is { } instance && instance.TryGetAttribute(attribute, out var value) ? value
            : "");

    private static void Put<TTask>(Ranking<Place<TTask>> ranking, Ranking<Place<TTask>>.Entry entry)
        where TTask : class, IServiceTask
    {
        var place = entry.Item;
        if (place.Candidates.Count > 0)
            ranking.Put(entry, place.Tasks, place.Instance?.RemainingCpu ?? 0, place.Instance?.RemainingMemoryMiB ?? 0);
    }

    /// <summary>An instance with tasks of the service, those that may go in their order.</summary>
    private sealed class Place<TTask>(IPlacementInstance? instance, int order)
    {
        public IPlacementInstance? Instance { get; } = instance;

        public int Order { get; } = order;

        public Queue<TTask> Candidates { get; } = [];

        public int Tasks { get; set; }

        public TTask Next()
        {
            Tasks--;
            return Candidates.Dequeue();
        }
    }
}
