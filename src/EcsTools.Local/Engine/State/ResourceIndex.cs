using System.Collections;
using System.Text.Json;

namespace EcsTools.Local.Engine.State;

/// <summary>Things found by id and listed in the order of their numbers, also from the middle on.</summary>
internal sealed class ResourceIndex<T> : ICollection<T>
    where T : class, IOrdered
{
    private readonly Dictionary<string, T> byId = new(StringComparer.Ordinal);
    private readonly OrderedIndex<T> byNumber = [];

    public int Count => byId.Count;

    bool ICollection<T>.IsReadOnly => false;

    public T? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The items after a number, in order.</summary>
    public IEnumerable<T> After(long number) => byNumber.After(number);

    /// <exception cref="JsonException">The item is null in a state that is being read. The reader adds the place.</exception>
    public void Add(T item)
    {
        if (item is null) throw new JsonException("expected an object, found null");
        byId.Add(item.Id, item);
        byNumber.Add(item);
    }

    public bool Remove(T item) => byId.Remove(item.Id) && byNumber.Remove(item);

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

    public IEnumerator<T> GetEnumerator() => byNumber.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
