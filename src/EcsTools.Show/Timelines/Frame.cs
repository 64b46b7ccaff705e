using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EcsTools.Show.Pictures;

namespace EcsTools.Show.Timelines;

/// <summary>Everything that was read at one time, as UTF-8 JSON by kind and ID. Items with equal JSON haven't changed.</summary>
/// <param name="Time">The time of the ECS that was read.</param>
/// <param name="Items">The JSON of each item.</param>
internal sealed record Frame(DateTimeOffset Time, IReadOnlyDictionary<FrameKey, byte[]> Items)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>A frame of drawn items. A later item replaces an earlier one of the same kind and ID.</summary>
    public static Frame Of(DateTimeOffset time, IEnumerable<(string Kind, IDrawn Item)> drawn)
    {
        var items = new Dictionary<FrameKey, byte[]>();
        foreach (var (kind, item) in drawn) items[new(kind, item.Id)] = JsonSerializer.SerializeToUtf8Bytes(item, item.GetType(), Options);
        return new(time, items);
    }

    /// <summary>The items of a kind.</summary>
    public IEnumerable<T> All<T>(string kind)
        where T : IDrawn => Items.Where(item => item.Key.Kind == kind).Select(item => JsonSerializer.Deserialize<T>(item.Value, Options)!);

    /// <summary>The changes since an earlier frame.</summary>
    public FrameChange Since(Frame? earlier, long number)
    {
        var set = Items.Where(item =>
            earlier is null || !earlier.Items.TryGetValue(item.Key, out var before) || !before.AsSpan().SequenceEqual(item.Value)).ToList();
        var gone = earlier?.Items.Keys.Where(key => !Items.ContainsKey(key)).ToList() ?? [];
        return new(number, Time, set, gone);
    }
}

/// <summary>The key of an item in a frame.</summary>
internal readonly record struct FrameKey(string Kind, string Id);
