namespace EcsTools.Scheduling.Placement;

/// <summary>
/// The items of a strategy, best first: instances to place on, or, turned round, instances to take a task from.
/// </summary>
/// <remarks>
/// <para>
/// A task placed changes the rank of its own instance, and, where the strategy spreads over an attribute, of all instances with the same
/// value. So instances lie in a heap for each value (or chain of values): inside a heap the attribute makes no difference, and only the
/// best of each heap need be compared with each other. A choice costs the number of values plus the logarithm of the instances.
/// </para>
/// <para>
/// Chance is fair without drawing again for every choice: each item ticks at random moments, independently, and the next to tick is next.
/// An item that comes back ticks again from its own last moment, so that every item is as likely as any other each time.
/// </para>
/// </remarks>
internal sealed class Ranking<T>(IReadOnlyList<PlacementStep> strategy, bool reversed, Random random) : IComparer<Ranking<T>.Entry>
{
    private readonly (PlacementStepKind Kind, int LevelsAbove)[] steps = [.. StepsWithLevels(strategy)];
    private readonly bool isRandom = strategy.Contains(PlacementStep.Random);
    private readonly Dictionary<(Shelf Above, string Value), Shelf> shelves = [];
    private readonly Shelf root = new(null);
    private readonly List<Shelf> filled = [];

    /// <summary>Finds the value of an attribute; empty where there is none.</summary>
    public delegate string Lookup(string attribute);

    /// <summary>The attributes that the strategy spreads over.</summary>
    public IReadOnlyList<string> Attributes { get; } =
        [.. strategy.Where(step => step.Kind == PlacementStepKind.SpreadAttribute).Select(step => step.Attribute!)];

    /// <summary>Whether the strategy goes by nothing but where the tasks of the group are.</summary>
    public bool OnlySpreads { get; } = strategy.All(step =>
        step.Kind is PlacementStepKind.SpreadAttribute or PlacementStepKind.SpreadInstance);

    /// <summary>The shelf of all items with the same values of the attributes that the strategy spreads over.</summary>
    public Shelf ShelfOf(Lookup lookup)
    {
        var shelf = root;
        foreach (var attribute in Attributes)
        {
            var key = (shelf, lookup(attribute));
            if (!shelves.TryGetValue(key, out var below)) shelves.Add(key, below = new Shelf(shelf));
            shelf = below;
        }

        return shelf;
    }

    /// <summary>Puts an entry in, with what is now true of it.</summary>
    public void Put(Entry entry, int tasks, int cpu, int memory)
    {
        (entry.Tasks, entry.Cpu, entry.Memory) = (tasks, cpu, memory);
        if (isRandom) entry.Tick -= Math.Log(1 - random.NextDouble());
        HeapOf(entry.Shelf).Enqueue(entry, entry);
    }

    /// <summary>
    /// Lets entries follow on a shelf between which nothing but their order decides: one comes when none before it is left.
    /// </summary>
    public void Follow(Shelf shelf, IEnumerable<Entry> entries)
    {
        HeapOf(shelf);
        shelf.Followers = entries.GetEnumerator();
    }

    /// <summary>Takes the best entry out; null when there is none.</summary>
    public Entry? Take()
    {
        Entry? best = null;
        foreach (var shelf in filled)
        {
            if (shelf.Best() is { } entry && (best is null || Compare(entry, best) < 0)) best = entry;
        }

        return best?.Shelf.Take();
    }

    public int Compare(Entry? x, Entry? y)
    {
        foreach (var (kind, levelsAbove) in steps)
        {
            var order = kind switch
            {
                PlacementStepKind.SpreadAttribute => x!.Shelf.TasksAt(levelsAbove) - y!.Shelf.TasksAt(levelsAbove),
                PlacementStepKind.SpreadInstance => x!.Tasks - y!.Tasks,
                PlacementStepKind.BinpackCpu => x!.Cpu - y!.Cpu,
                PlacementStepKind.BinpackMemory => x!.Memory - y!.Memory,
                _ => x!.Tick.CompareTo(y!.Tick),
            };
            if (order != 0) return reversed && kind != PlacementStepKind.Random ? -order : order;
        }

        return x!.Order - y!.Order;
    }

    private PriorityQueue<Entry, Entry> HeapOf(Shelf shelf)
    {
        if (shelf.Heap is null)
        {
            shelf.Heap = new PriorityQueue<Entry, Entry>(this);
            filled.Add(shelf);
        }

        return shelf.Heap;
    }

    // The first attribute's shelves are the highest; the last one's hold the heaps.
    private static IEnumerable<(PlacementStepKind, int)> StepsWithLevels(IReadOnlyList<PlacementStep> strategy)
    {
        var level = strategy.Count(step => step.Kind == PlacementStepKind.SpreadAttribute);
        foreach (var step in strategy) yield return (step.Kind, step.Kind == PlacementStepKind.SpreadAttribute ? --level : 0);
    }

    /// <summary>The items that share the values of all attributes, and how many tasks they have together.</summary>
    internal sealed class Shelf(Shelf? above)
    {
        private int tasks;
        private Entry? follower;

        public PriorityQueue<Entry, Entry>? Heap { get; set; }

        /// <summary>The entries that are not in the heap yet.</summary>
        public IEnumerator<Entry>? Followers { get; set; }

        /// <summary>The best entry; null when there is none. One of the followers is in the heap as long as there is any.</summary>
        public Entry? Best()
        {
            if (follower is null && Followers?.MoveNext() == true) Heap!.Enqueue(follower = Followers.Current, follower);
            return Heap!.TryPeek(out var entry, out _) ? entry : null;
        }

        /// <summary>Takes the best entry out.</summary>
        public Entry Take()
        {
            var entry = Heap!.Dequeue();
            if (entry == follower) follower = null;
            return entry;
        }

        /// <summary>Counts tasks on this shelf and on all that it is part of.</summary>
        public void Count(int tasks)
        {
            for (var shelf = this; shelf is not null; shelf = shelf.Above) shelf.tasks += tasks;
        }

        /// <summary>The tasks of the shelf so many levels above this one.</summary>
        public int TasksAt(int levelsAbove)
        {
            var shelf = this;
            while (levelsAbove-- > 0) shelf = shelf.Above!;
            return shelf.tasks;
        }

        private Shelf? Above { get; } = above;
    }

    /// <summary>An item, with its value for the strategy.</summary>
    internal sealed class Entry(T item, Shelf shelf, int order)
    {
        public T Item { get; } = item;

        public Shelf Shelf { get; } = shelf;

        /// <summary>The place in the list it came from, which decides where the strategy does not.</summary>
        public int Order { get; } = order;

        public int Tasks { get; set; }

        public int Cpu { get; set; }

        public int Memory { get; set; }

        public double Tick { get; set; }
    }
}
