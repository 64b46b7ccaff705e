using System.Globalization;

namespace EcsTools.Formatting;

/// <summary>How the behaviours of a local ECS are written: what each is about, and what was said of it.</summary>
public static class BehaviorFormat
{
    private static readonly string[] About = ["Family", "Image", "Service", "Container", "ContainerInstance", "Operation"];

    /// <summary>What it is about: <c>Family=web Container=app</c>.</summary>
    public static string Target(object behavior) => Said(behavior, About.Contains);

    /// <summary>What was said: <c>ExitCode=1 ExitAfter=30s</c>.</summary>
    public static string Conduct(object behavior) => Said(behavior, name => !About.Contains(name));

    private static string Said(object behavior, Func<string, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(behavior);
        return string.Join(' ', behavior.GetType().GetProperties()
            .Where(property => !property.GetMethod!.IsStatic && property.GetIndexParameters().Length == 0 && isMeant(property.Name))
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => (property.Name, Value: property.GetValue(behavior)))
            .Where(said => said.Value is not (null or false or 0) || said is { Name: "ExitCode", Value: 0 })
            .Select(said => $"{said.Name}={Text(said.Value)}"));
    }

    private static string Text(object? value) => value is TimeSpan span
        ? $"{span.TotalSeconds.ToString(CultureInfo.InvariantCulture)}s"
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
