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
    private readonly PlacementRequest _request;
    private readonly InstancePool<TInstance> _pool;
    private readonly Ranking<TInstance> _ranking;
    private Ranking<TInstance>.Entry? _last;

    /// <summary>Looks over the instances of a pool for a request.</summary>
    /// <param name="request">The tasks to place.</param>
    /// <param name="pool">The instances to place them on.</param>
    /// <param name="random">Decides for <c>random</c>; the same seed decides the same.</param>
    public TaskPlacer(PlacementRequest request, InstancePool<TInstance> pool, Random random)
    {
        _request = request;
        _pool = pool;
        _ranking = new Ranking<TInstance>(request.Strategy, reversed: false, random);
        if (_ranking.OnlySpreads)
            LookAtFew();
        else
            LookAtAll();
    }

    /// <summary>Chooses the instance for one more task, or null if none can take it: <see cref="Failure"/> has the reason.</summary>
    public TInstance? Next()
    {
        if (_last is not null)
            PutIfItFits(_last);
        _last = _ranking.Take();
        _last?.Shelf.Count(1);
        return _last?.Item;
    }

    /// <summary>Why each instance, as it is now, can take no task of the request.</summary>
    public PlacementFailure Failure() => new(
        [.. from instance in _pool.Instances
            where instance.IsActive
            let obstacle = PlacementCheck.Obstacle(_request, instance)
            where obstacle is not null
            select new PlacementRefusal(instance, obstacle.Value)]);

    private void LookAtAll()
    {
        for (var place = 0; place < _pool.Instances.Count; place++)
            LookAt(place);
    }

    // The instances without a task of the group that are on one shelf are equal for the spread strategy.
    private void LookAtFew()
    {
        foreach (var place in _pool.Holders(_request.Group))
            LookAt(place);
        foreach (var places in _pool.Alike(_ranking.Attributes))
        {
            var shelf = ShelfOf(_pool.Instances[places[0]]);
            _ranking.Follow(shelf, Empty(places, shelf));
        }
    }

    private void LookAt(int place)
    {
        var instance = _pool.Instances[place];
        var shelf = ShelfOf(instance);
        shelf.Count(instance.TasksInGroup(_request.Group));
        if (instance.IsActive)
            PutIfItFits(new(instance, shelf, place));
    }

    private IEnumerable<Ranking<TInstance>.Entry> Empty(int[] places, Ranking<TInstance>.Shelf shelf)
    {
        foreach (var place in places)
        {
            var instance = _pool.Instances[place];
            if (instance.IsActive && PlacementCheck.Obstacle(_request, instance) is null && instance.TasksInGroup(_request.Group) == 0)
                yield return new(instance, shelf, place);
        }
    }

    private Ranking<TInstance>.Shelf ShelfOf(TInstance instance) =>
        _ranking.ShelfOf(attribute => instance.TryGetAttribute(attribute, out var value) ? value : "");

    private void PutIfItFits(Ranking<TInstance>.Entry entry)
    {
        var instance = entry.Item;
        if (PlacementCheck.Obstacle(_request, instance) is null)
            _ranking.Put(entry, instance.TasksInGroup(_request.Group), instance.RemainingCpu, instance.RemainingMemoryMiB);
    }
}
