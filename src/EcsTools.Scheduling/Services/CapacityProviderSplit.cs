namespace EcsTools.Scheduling.Services;

/// <summary>One provider of a capacity provider strategy.</summary>
/// <param name="Base">The tasks that it gets before weights count.</param>
/// <param name="Weight">Its share of the tasks beyond the bases, relative to the others.</param>
internal readonly record struct CapacityShare(int Base, int Weight);

/// <summary>Splits tasks over the providers of a capacity provider strategy.</summary>
internal static class CapacityProviderSplit
{
    /// <summary>
    /// How many tasks each provider gets, in the order of the strategy. Each task goes to a provider below its base, else to the one
    /// that keeps closest to its weight; the first of equals. So a further task never moves those before it.
    /// </summary>
    /// <param name="strategy">The providers. At least one must have a weight, unless it is the only one.</param>
    /// <param name="count">The tasks to split.</param>
    /// <param name="current">The tasks that each provider has already, none by default.</param>
    /// <returns>The tasks that each provider gets of <paramref name="count"/>, not counting those it has.</returns>
    /// <exception cref="ArgumentException">No provider may take tasks: there is none, or there are several and none has a
    /// weight.</exception>
    public static IReadOnlyList<int> Split(IReadOnlyList<CapacityShare> strategy, int count, IReadOnlyList<int>? current = null)
    {
        if (strategy.Count == 0 || (strategy.Count > 1 && strategy.All(share => share.Weight == 0)))
            throw new ArgumentException("A strategy of several capacity providers needs one with a weight above 0.", nameof(strategy));
        var held = current?.ToArray() ?? new int[strategy.Count];
        var given = new int[strategy.Count];
        for (var task = 0; task < count; task++)
        {
            var next = Next(strategy, held);
            held[next]++;
            given[next]++;
        }

        return given;
    }

    private static int Next(IReadOnlyList<CapacityShare> strategy, int[] held)
    {
        var best = -1;
        for (var index = 0; index < strategy.Count; index++)
        {
            if (held[index] < strategy[index].Base) return index;
            if (strategy[index].Weight > 0 && (best < 0 || Load(index) < Load(best))) best = index;
        }

        return Math.Max(best, 0);

        // The tasks beyond the base, were it to get one more, for each unit of weight.
        double Load(int index) => (held[index] - strategy[index].Base + 1) / (double)strategy[index].Weight;
    }
}
