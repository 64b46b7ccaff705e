using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcsTools.Local.Api;
using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Core;

/// <summary>Whether what was read has all that the engine relies on. People and programs change saved states.</summary>
internal static class StateCheck
{
    private const long MaxCounted = 1L << 53, MaxCounted32 = 1 << 30;
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch, Latest = LocalTime.Latest;
    private static readonly ConcurrentDictionary<Type, Part[]> Parts = new();

    /// <exception cref="StateException">Something is missing or out of range; the error has the place.</exception>
    public static void Whole(object document) => Check(document, "$");

    /// <summary>Whether a state meets the quotas and its behaviors are valid.</summary>
    /// <exception cref="StateException">It isn't; the error has the place.</exception>
    public static void Limits(EngineState state, int tasksPerService)
    {
        foreach (var service in state.Regions.Values.SelectMany(region => region.Clusters.Values).SelectMany(cluster => cluster.Services.Values))
            StateException.Unless(!(service.Resource.DesiredCount < 0) && !(service.Resource.DesiredCount > tasksPerService), $"{service.Title}: a desired count of {service.Resource.DesiredCount} is not within the quota of {tasksPerService} tasks");
        try
        {
            BehaviorRules.Enforce(state.Behaviors.Describe());
        }
        catch (BehaviorException e)
        {
            throw new StateException($"$.behaviors: {e.Message}", e);
        }
    }

    private static void Check(object value, string path)
    {
        switch (value)
        {
            case DateTimeOffset time: Range(time, path); break;
            case DateTime time: Range(time, path); break;
            case long number: Range(number, path); break;
            case int number: Range(number, path); break;
            case string or IStructure: break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map) Check(entry.Value ?? throw Missing($"{path}.{entry.Key}"), $"{path}.{entry.Key}");
                break;
            case IEnumerable list:
                var index = 0;
                foreach (var item in list)
                {
                    Check(item ?? throw Missing($"{path}[{index}]"), $"{path}[{index}]");
                    index++;
                }

                break;
            default:
                if (value.GetType().Namespace!.StartsWith("EcsTools.Local", StringComparison.Ordinal)) CheckParts(value, path);
                break;
        }
    }

    private static void CheckParts(object owner, string path)
    {
        foreach (var part in Parts.GetOrAdd(owner.GetType(), PartsOf))
        {
            var value = part.Property.GetValue(owner);
            if (value is null && part.MayBeNull) continue;
            if (value is null) throw Missing($"{path}.{part.Name}");
            Check(value, $"{path}.{part.Name}");
            foreach (var member in part.Always) Demand(value, member, $"{path}.{part.Name}");
        }
    }

    /// <summary>Follows a way through a structure, whose every step must be there; through all items where it leads to a list.</summary>
    private static void Demand(object value, ReadOnlySpan<string> way, string path)
    {
        if (value is IList list)
        {
            for (var index = 0; index < list.Count; index++) Demand(list[index] ?? throw Missing($"{path}[{index}]"), way, $"{path}[{index}]");
            return;
        }

        if (value is DateTime time) Range(time, path);
        if (value is string text && path.EndsWith("Arn", StringComparison.Ordinal) && !EcsArn.TryParse(text, out _)) throw new StateException($"{path}: '{text}' isn't an ARN");
        if (way.Length == 0) return;
        var member = ((IStructure)value).GetShape().Find(way[0])!;
        Demand(member.Get(value) ?? throw Missing($"{path}.{way[0]}"), way[1..], $"{path}.{way[0]}");
    }

    private static void Range(DateTimeOffset time, string path) =>
        StateException.Unless(time >= Earliest && time <= Latest, $"{path}: {time:u} isn't a time from {Earliest.Year} to {Latest.Year}");

    // Room for what is counted from here.
    private static void Range(long number, string path) => StateException.Unless(Math.Abs(number) <= MaxCounted, $"{path}: {number} is out of range");

    private static void Range(int number, string path) => StateException.Unless(Math.Abs((long)number) <= MaxCounted32, $"{path}: {number} is out of range");

    private static Part[] PartsOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. from property in type.GetProperties()
                   where property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.GetIndexParameters().Length == 0
                   let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name)
                   select new Part(property, name, nullability.Create(property).ReadState == NullabilityState.Nullable, property.GetCustomAttribute<AlwaysAttribute>()?.Members ?? [])];
    }

    private static StateException Missing(string path) => new($"{path} is missing");

    private sealed record Part(PropertyInfo Property, string Name, bool MayBeNull, IReadOnlyList<string[]> Always);
}
