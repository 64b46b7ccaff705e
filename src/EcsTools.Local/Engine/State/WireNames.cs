namespace EcsTools.Local.Engine.State;

/// <summary>The scheduler's enums in the spelling of the wire, <c>MonitoringComplete</c> as <c>MONITORING_COMPLETE</c>.</summary>
internal static class WireNames
{
    public static string ToWire<T>(this T value)
        where T : struct, Enum =>
        string.Concat(value
            .ToString()
            .Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));

    /// <exception cref="StateException">It is none of the names.</exception>
    public static T FromWire<T>(string? name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new StateException($"'{name}' is no {typeof(T).Name}");
}
