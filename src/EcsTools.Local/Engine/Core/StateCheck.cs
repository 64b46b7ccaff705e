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
    public static void Whole(object document) => Check(document, new("$"));

    /// <summary>Whether a state meets the quotas and its behaviors are valid.</summary>
    /// <exception cref="StateException">It isn't; the error has the place.</exception>
    public static void Limits(EngineState state, int tasksPerService)
    {
        foreach (var service in state.Regions.Values
            .SelectMany(region => region.Clusters.Values)
            .SelectMany(cluster => cluster.Services.Values))
            StateException.Unless(
                !(service.Resource.DesiredCount < 0) && !(service.Resource.DesiredCount > tasksPerService),
                $"{service.Title}: a desired count of {service.Resource.DesiredCount} is not within the quota of {tasksPerService} tasks");
        try
        {
            BehaviorRules.Enforce(state.Behaviors.Describe());
        }
        catch (BehaviorException e)
        {
            throw new StateException($"$.behaviors: {e.Message}", e);
        }
    }

    private static void Check(object value, Place place)
    {
        switch (value)
        {
            case DateTimeOffset time: Range(time, place); break;
            case DateTime time: Range(time, place); break;
            case long number: Range(number, place); break;
            case int number: Range(number, place, MaxCounted32); break;
            case string or IStructure: break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map) Present(entry.Value, place.Of(entry.Key));
                break;
            case IEnumerable list:
                var index = 0;
                foreach (var item in list) Present(item, place.At(index++));
                break;
            default:
                if (value.GetType().Namespace!.StartsWith("EcsTools.Local", StringComparison.Ordinal)) CheckParts(value, place);
                break;
        }
    }

    private static void Present(object? value, Place place) => Check(value ?? throw Missing(place), place);

    private static void CheckParts(object owner, Place place)
    {
        foreach (var part in Parts.GetOrAdd(owner.GetType(), PartsOf))
        {
            var value = part.Property.GetValue(owner);
            if (value is null && part.MayBeNull) continue;
            var there = place.Of(part.Name);
            Present(value, there);
            foreach (var member in part.Always) Demand(value!, member, there);
        }
    }

    /// <summary>Follows a way through a structure, whose every step must be there; through all items where it leads to a list.</summary>
    private static void Demand(object value, ReadOnlySpan<string> way, Place place)
    {
        if (value is IList list)
        {
            for (var index = 0; index < list.Count; index++) Demand(list[index] ?? throw Missing(place.At(index)), way, place.At(index));
            return;
        }

        if (value is DateTime time) Range(time, place);
        if (value is string text && place.IsArn && !EcsArn.TryParse(text, out _))
            throw new StateException($"{place}: '{text}' isn't an ARN");
        if (way.Length == 0) return;
        var member = ((IStructure)value).GetShape().Find(way[0])!;
        Demand(member.Get(value) ?? throw Missing(place.Of(way[0])), way[1..], place.Of(way[0]));
    }

    private static void Range(DateTimeOffset time, Place place)
    {
        if (time < Earliest || time > Latest)
            throw new StateException($"{place}: {time:u} isn't a time from {Earliest.Year} to {Latest.Year}");
    }

    // Room for what is counted from here.
    private static void Range(long number, Place place, long max = MaxCounted)
    {
        if (number < -max || number > max) throw new StateException($"{place}: {number} is out of range");
    }

    private static Part[] PartsOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. from property in type.GetProperties()
                   where property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.GetIndexParameters().Length == 0
                   let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                       ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name)
                   select new Part(
                       property,
                       name,
                       nullability.Create(property).ReadState == NullabilityState.Nullable,
                       property.GetCustomAttribute<AlwaysAttribute>()?.Members ?? [])];
    }

    private static StateException Missing(Place place) => new($"{place} is missing");

    private sealed record Part(PropertyInfo Property, string Name, bool MayBeNull, IReadOnlyList<string[]> Always);

    /// <summary>The way to a value. Only errors need its text.</summary>
    private sealed class Place(string step, Place? owner = null, int index = -1)
    {
        /// <summary>Whether the value is that of a member for an ARN.</summary>
        public bool IsArn => index < 0 && step.EndsWith("Arn", StringComparison.Ordinal);

        /// <summary>A member, or an entry of a map.</summary>
        public Place Of(object member) => new(member as string ?? $"{member}", this);

        /// <summary>An item of a list.</summary>
        public Place At(int item) => new("", this, item);

        public override string ToString() => index >= 0 ? $"{owner}[{index}]" : owner is null ? step : $"{owner}.{step}";
    }
}
