namespace EcsTools.Local.Engine.State;

/// <summary>The scheduler's enums in the spelling of the wire, <c>MonitoringComplete</c> as <c>MONITORING_COMPLETE</c>.</summary>
internal static class WireNames
{
    public static string ToWire<T>(this T value)
        where T : struct, Enum => Spellings<T>.Names[value];

    /// <exception cref="StateException">It is none of the names.</exception>
    public static T FromWire<T>(string? name)
        where T : struct, Enum =>
        Spellings<T>.Values.TryGetValue(name?.Replace("_", "", StringComparison.Ordinal) ?? "", out var value)
            ? value
            : throw new StateException($"'{name}' is no {typeof(T).Name}");

    /// <summary>Computed once: a task that becomes healthy asks for several.</summary>
    private static class Spellings<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(value => value, Spell);
        public static readonly Dictionary<string, T> Values =
            Enum.GetValues<T>().ToDictionary(value => value.ToString(), StringComparer.OrdinalIgnoreCase);

        private static string Spell(T value) => string.Concat(value
            .ToString()
            .Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
    }
}
