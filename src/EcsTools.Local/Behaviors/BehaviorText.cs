using System.Globalization;

namespace EcsTools.Local.Behaviors;

/// <summary>Behaviors as text: the properties that were set, by name.</summary>
internal static class BehaviorText
{
    private static readonly string[] About = ["Family", "Image", "Service", "Container", "ContainerInstance", "Operation", "Command"];

    public static string Target(IBehavior behavior) => Set(behavior, About.Contains);

    public static string Behavior(IBehavior behavior) => Set(behavior, name => !About.Contains(name));

    private static string Set(IBehavior behavior, Func<string, bool> isMeant) => string.Join(' ', behavior.GetType().GetProperties()
        .Where(property => property.CanWrite && isMeant(property.Name))
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => (property.Name, Value: property.GetValue(behavior)))
        .Where(set => set.Value is not (null or false or 0) || set is { Name: "ExitCode", Value: 0 })
        .Select(set => $"{set.Name}={Text(set.Value)}"));

    private static string Text(object? value) => value switch
    {
        TimeSpan span => $"{span.TotalSeconds.ToString(CultureInfo.InvariantCulture)}s",
        IEnumerable<string> lines => string.Join(" / ", lines),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
