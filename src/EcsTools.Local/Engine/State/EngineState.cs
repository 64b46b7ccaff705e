using EcsTools.Local.Engine.Core;

namespace EcsTools.Local.Engine.State;

/// <summary>The whole state of the local ECS, which determines its future.</summary>
internal sealed class EngineState
{
    /// <summary>The random numbers for the next IDs and choices.</summary>
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

    /// <summary>Internal errors of the local ECS, newest last.</summary>
    public List<LocalFault> Faults { get; init; } = [];

    /// <summary>Resolves the references between its parts, and continues counting after the existing numbers.</summary>
    public void Link()
    {
        foreach (var (key, region) in Regions)
        {
            StateException.UnlessSame(key, $"{region.Account}/{region.Region}", $"region {region.Region} of account {region.Account}");
            region.Link();
        }

        Behaviors.Link(this);
        (LastNumber, LastOrder) = (Math.Max(0, LastNumber), Math.Max(0, LastOrder));
        var clusters = Regions.Values.SelectMany(region => region.Clusters.Values).ToList();
        foreach (var item in clusters.SelectMany(cluster => cluster.Tasks.Concat<IOrdered>(cluster.Instances)))
            LastNumber = Math.Max(LastNumber, item.Number);
        foreach (var item in Timed()) LastOrder = Math.Max(LastOrder, item.DueOrder);
    }

    /// <summary>All that acts by itself.</summary>
    public IEnumerable<Timed> Timed() => Regions.Values.SelectMany(region => region.Timed()).Concat(Behaviors.Instances);
}
