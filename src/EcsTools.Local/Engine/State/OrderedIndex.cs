using System.Collections;

namespace EcsTools.Local.Engine.State;

/// <summary>
/// Items in the order of their numbers, which can be listed from any number on. Most are added at the end. A removed item leaves a hole,
/// and when there are more holes than items, all holes are closed.
/// </summary>
internal sealed class OrderedIndex<T> : IEnumerable<T>
    where T : class, IOrdered
{
    private readonly List<(long Number, T? Item)> places = [];
    private int holes;

    public int Count => places.Count - holes;

    /// <summary>The items after a number, in order.</summary>
    public IEnumerable<T> After(long number)
    {
        for (var place = number == long.MaxValue ? places.Count : PlaceOf(number + 1); place < places.Count; place++)
        {
            if (places[place].Item is { } item) yield return item;
        }
    }

    /// <exception cref="ArgumentException">There is one of its number.</exception>
    public void Add(T item)
    {
        var place = places.Count == 0 || places[^1].Number < item.Number ? places.Count : PlaceOf(item.Number);
        if (place == places.Count || places[place].Number != item.Number)
        {
            places.Insert(place, (item.Number, item));
            return;
        }

        if (places[place].Item is { } other) throw new ArgumentException($"{other.Id} and {item.Id} have the same number {item.Number}");
        places[place] = (item.Number, item);
        holes--;
    }

    public bool Remove(T item)
    {
        var place = PlaceOf(item.Number);
        if (place == places.Count || places[place].Item != item) return false;
        places[place] = (item.Number, null);
        if (++holes > places.Count / 2) CloseHoles();
        return true;
    }

    public void Clear()
    {
        places.Clear();
        holes = 0;
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (var (_, item) in places)
        {
            if (item is not null) yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void CloseHoles()
    {
        places.RemoveAll(place => place.Item is null);
        holes = 0;
    }

    /// <summary>The first place of that number or a greater one.</summary>
    private int PlaceOf(long number)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle].Number < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
