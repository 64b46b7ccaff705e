namespace EcsTools.Local.Engine;

/// <summary>Everything the local ECS knows: what it is, is what it will do.</summary>
internal sealed class EngineState
{
    /// <summary>What decides the next ids and choices.</summary>
    public ulong Random { get; set; }

    /// <summary>When it was saved; null before.</summary>
    public DateTimeOffset? SavedAt { get; set; }

    /// <summary>The last number given to a task or an instance.</summary>
    public long LastNumber { get; set; }

    /// <summary>The last place given in the queue of events.</summary>
    public long LastOrder { get; set; }

    /// <summary>Accounts' regions, by <c>account/region</c>.</summary>
    public SortedDictionary<string, RegionState> Regions { get; } = new(StringComparer.Ordinal);

    public BehaviorsState Behaviors { get; init; } = new();

    /// <summary>Finds what each part of it names.</summary>
    public void Link()
    {
        foreach (var (key, region) in Regions) (region ?? throw new StateException($"$.regions.{key}: expected an object, found null")).Link();
        Behaviors.Link(this);
    }

    /// <summary>All that acts by itself.</summary>
    public IEnumerable<Timed> Timed() => Regions.Values.SelectMany(region => region.Timed()).Concat(Behaviors.Instances);
}
