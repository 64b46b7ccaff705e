namespace EcsTools.Model;

/// <summary>The steps that generated copies are made of.</summary>
internal static class Copies
{
    public static List<T>? List<T>(List<T>? list) => list is null ? null : new(list);

    public static List<T>? List<T>(List<T>? list, Func<T, T> copy)
    {
        if (list is null) return null;
        var copies = new List<T>(list.Count);
        foreach (var item in list) copies.Add(copy(item));
        return copies;
    }

    public static Dictionary<string, T>? Map<T>(Dictionary<string, T>? map) => map is null ? null : new(map, map.Comparer);

    public static Dictionary<string, T>? Map<T>(Dictionary<string, T>? map, Func<T, T> copy)
    {
        if (map is null) return null;
        var copies = new Dictionary<string, T>(map.Count, map.Comparer);
        foreach (var (key, item) in map) copies.Add(key, copy(item));
        return copies;
    }
}
