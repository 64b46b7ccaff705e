namespace EcsTools.Local.Engine.State;

/// <summary>Lists of numbered things.</summary>
internal static class OrderedLists
{
    /// <summary>Several lists, each in the order of numbers, as one that is so too. No further is looked than is taken.</summary>
    public static IEnumerable<T> Merge<T>(this IEnumerable<IEnumerable<T>> lists)
        where T : class, IOrdered
    {
        var next = new PriorityQueue<IEnumerator<T>, long>();
        foreach (var list in lists) Queue(list.GetEnumerator());
        while (next.TryDequeue(out var first, out _))
        {
            yield return first.Current;
            Queue(first);
        }

        void Queue(IEnumerator<T> list)
        {
            if (list.MoveNext()) next.Enqueue(list, list.Current.Number);
        }
    }
}
