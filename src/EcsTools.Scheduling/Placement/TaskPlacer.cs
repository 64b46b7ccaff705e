namespace EcsTools.Scheduling.Placement;

/// <summary>
/// Places tasks of one request, one after another. Making it looks at every instance once; a placement after that looks at few.
/// </summary>
/// <remarks>
/// It sees the instances as they are when it is made, and looks again only at the one that it gave out last. So take the task's
/// resources from that instance before asking for the next, and make a new placer once anything else has changed.
/// The same instances, request and seed give the same choices. Where the strategy sees no difference, the order of the list decides.
/// </remarks>
public sealed class TaskPlacer<TInstance>
    where TInstance : class, IPlacementInstance
{
    private readonly PlacementRequest _request;
    private readonly IReadOnlyList<TInstance> _instances;
    private readonly Ranking<TInstance> _ranking;
    private Ranking<TInstance>.Entry? _last;

    /// <summary>Looks over the instances of a cluster for a request.</summary>
    /// <param name="request">The tasks to place.</param>
    /// <param name="instances">All instances of the cluster. Those that are not ACTIVE take no task, yet theirs count when tasks are spread.</param>
    /// <param name="random">Decides for <c>random</c>; the same seed decides the same.</param>
    public TaskPlacer(PlacementRequest request, IReadOnlyList<TInstance> instances, Random random)
    {
        _request = request;
        _instances = instances;
        _ranking = new Ranking<TInstance>(request.Strategy, reversed: false, random);
        foreach (var instance in instances)
        {
            var shelf = _ranking.ShelfOf(attribute => instance.TryGetAttribute(attribute, out var value) ? value : "");
            shelf.Count(instance.TasksInGroup(request.Group));
            if (instance.IsActive)
                PutIfItFits(_ranking.EntryFor(instance, shelf));
        }
    }

    /// <summary>Chooses the instance for one more task, or null when none can take it: <see cref="Failure"/> tells why.</summary>
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
        [.. from instance in _instances
            where instance.IsActive
            let obstacle = PlacementCheck.Obstacle(_request, instance)
            where obstacle is not null
            select new PlacementRefusal(instance, obstacle.Value)]);

    private void PutIfItFits(Ranking<TInstance>.Entry entry)
    {
        var instance = entry.Item;
        if (PlacementCheck.Obstacle(_request, instance) is null)
            _ranking.Put(entry, instance.TasksInGroup(_request.Group), instance.RemainingCpu, instance.RemainingMemoryMiB);
    }
}
