namespace EcsTools.Scheduling.Placement;

/// <summary>
/// Places tasks of one request, one after another. If the strategy only spreads, it considers few instances: those with tasks of the group,
/// and the first of the others. For other strategies it considers every instance once, when it's created.
/// </summary>
/// <remarks>
/// It reads the instances when it's created, and later only the one that it returned last. So take the task's resources from that
/// instance before you ask for the next, and create a new placer after any other change.
/// The same instances, request, and seed give the same choices. If the strategy makes no difference, the order of the list decides.
/// </remarks>
internal sealed class TaskPlacer<TInstance>
    where TInstance : class, IPlacementInstance
{
    private readonly PlacementRequest request;
    private readonly InstancePool<TInstance> pool;
    private readonly Ranking<TInstance> ranking;
    private Ranking<TInstance>.Entry? last;

    /// <summary>Looks over the instances of a pool for a request.</summary>
    /// <param name="request">The tasks to place.</param>
    /// <param name="pool">The instances to place them on.</param>
    /// <param name="random">Decides for <c>random</c>; the same seed decides the same.</param>
    public TaskPlacer(PlacementRequest request, InstancePool<TInstance> pool, Random random)
    {
        this.request = request;
        this.pool = pool;
        ranking = new Ranking<TInstance>(request.Strategy, reversed: false, random);
        if (ranking.OnlySpreads) LookAtFew();
        else LookAtAll();
    }

    /// <summary>Chooses the instance for one more task, or null if none can take it: <see cref="Failure"/> has the reason.</summary>
    public TInstance? Next()
    {
        if (last is not null) PutIfItFits(last);
        last = ranking.Take();
        last?.Shelf.Count(1);
        return last?.Item;
    }

    /// <summary>Why each instance, as it is now, can take no task of the request.</summary>
    public PlacementFailure Failure() => new(
        [.. from instance in pool.Instances
            where instance.IsActive
            let obstacle = PlacementCheck.Obstacle(request, instance)
            where obstacle is not null
            select new PlacementRefusal(instance, obstacle.Value)]);

    private void LookAtAll()
    {
        for (var place = 0; place < pool.Instances.Count; place++) LookAt(place);
    }

    // The instances without a task of the group that are on one shelf are equal for the spread strategy.
    private void LookAtFew()
    {
        foreach (var place in pool.Holders(request.Group)) LookAt(place);
        foreach (var places in pool.Alike(ranking.Attributes))
        {
            var shelf = ShelfOf(pool.Instances[places[0]]);
            ranking.Follow(shelf, Empty(places, shelf));
        }
    }

    private void LookAt(int place)
    {
        var instance = pool.Instances[place];
        var shelf = ShelfOf(instance);
        shelf.Count(instance.TasksInGroup(request.Group));
        if (instance.IsActive) PutIfItFits(new(instance, shelf, place));
    }

    private IEnumerable<Ranking<TInstance>.Entry> Empty(int[] places, Ranking<TInstance>.Shelf shelf)
    {
        foreach (var place in places)
        {
            var instance = pool.Instances[place];
            if (instance.IsActive && PlacementCheck.Obstacle(request, instance) is null && instance.TasksInGroup(request.Group) == 0)
                yield return new(instance, shelf, place);
        }
    }

    private Ranking<TInstance>.Shelf ShelfOf(TInstance instance) =>
        ranking.ShelfOf(attribute => instance.TryGetAttribute(attribute, out var value) ? value : "");

    private void PutIfItFits(Ranking<TInstance>.Entry entry)
    {
        var instance = entry.Item;
        if (PlacementCheck.Obstacle(request, instance) is null)
            ranking.Put(entry, instance.TasksInGroup(request.Group), instance.RemainingCpu, instance.RemainingMemoryMiB);
    }
}
