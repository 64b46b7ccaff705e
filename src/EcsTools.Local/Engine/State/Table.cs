using System.Collections;

namespace EcsTools.Local.Engine;

/// <summary>Something with an id that is numbered in the order of creation.</summary>
internal interface INumbered
{
    string Id { get; }

    long Number { get; }
}

/// <summary>Things found by id and listed in the order of their numbers, also from the middle on.</summary>
internal sealed class Table<T> : ICollection<T>
    where T : class, INumbered
{
    private readonly Dictionary<string, T> byId = new(StringComparer.Ordinal);
    private readonly SortedSet<Entry> byNumber = new(Comparer<Entry>.Create((x, y) => x.Number.CompareTo(y.Number)));

    public int Count => byId.Count;

    bool ICollection<T>.IsReadOnly => false;

    public T? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>What comes behind a number, in order.</summary>
    public IEnumerable<T> After(long number) =>
        number == long.MaxValue ? [] : byNumber.GetViewBetween(new Entry(number + 1, null!), new Entry(long.MaxValue, null!)).Select(entry => entry.Item);

    public void Add(T item)
    {
        byId.Add(item.Id, item);
        byNumber.Add(new Entry(item.Number, item));
    }

    public bool Remove(T item) => byId.Remove(item.Id) && byNumber.Remove(new Entry(item.Number, item));

    public void Clear()
    {
        byId.Clear();
        byNumber.Clear();
    }

    public bool Contains(T item) => byId.ContainsKey(item.Id);

    public void CopyTo(T[] array, int arrayIndex)
    {
        foreach (var item in this) array[arrayIndex++] = item;
    }

    public IEnumerator<T> GetEnumerator() => byNumber.Select(entry => entry.Item).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private readonly record struct Entry(long Number, T Item);
}
