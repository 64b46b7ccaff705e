using System.Collections;

namespace EcsTools.Formatting;

/// <summary>How the views write what the module itself finds out: measures, forecasts, differences, findings.</summary>
public static partial class Format
{
    private const int Longest = 40;

    /// <summary>A name, indented below what it is part of: zones below the cluster, instances below their zone.</summary>
    public static string Indented(string? name, string? kind) => kind switch
    {
        null or "" or "Cluster" => name ?? "",
        "Zone" => $"  {name}",
        "Instance" => $"    {ShortId(name)}",
        _ => $"  {ShortId(name)}",
    };

    /// <summary>The result of a forecast: green if the service completes.</summary>
    public static string ForecastResult(string result) => result == "Completes" ? Paint.Good(result) : Paint.Bad(result);

    /// <summary>The tasks that run at the end: <c>2 in us-east-1a, 1 in us-east-1b</c>.</summary>
    public static string Zones(object? zones) => zones switch
    {
        IDictionary map =>
            Items(map.Keys.Cast<object>().OrderBy(zone => $"{zone}", StringComparer.Ordinal).Select(zone => $"{map[zone]} in {zone}")),
        _ => Items(Each(zones).Select(zone => $"{Part(zone, "Value")} in {Part(zone, "Key")}")),
    };

    /// <summary>The kind of a difference, in its color.</summary>
    public static string Kind(string kind) => kind switch
    {
        "Added" => Paint.Good(kind),
        "Removed" => Paint.Bad(kind),
        _ => Paint.Busy(kind),
    };

    /// <summary>The value before a change, in the color of what is gone.</summary>
    public static string Before(string? path, string? text) => Paint.Bad(Short(HiddenValues.Secrets(path ?? "", text)));

    /// <summary>The value after a change, in the color of what is new.</summary>
    public static string After(string? path, string? text) => Paint.Good(Short(HiddenValues.Secrets(path ?? "", text)));

    /// <summary>How bad a finding is, in its color.</summary>
    public static string Severity(string severity) => severity == "Error" ? Paint.Bad(severity) : Paint.Busy(severity);

    /// <summary>The path, the message, and the recommendation of a finding, each on lines of its own.</summary>
    public static string Finding(string path, string message, string advice, int width) =>
        Lines((string[])[path, Words(message, width), .. Words(advice, width).Split('\n').Select(Paint.Quiet)]);

    /// <summary>
    /// A text in lines of whole words. The tables of PowerShell break words in most cultures, also in the invariant one of many containers.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The longest line; 0 or less if the width of the screen isn't known.</param>
    public static string Words(string? text, int width)
    {
        if (text is null || width <= 0 || text.Length <= width) return text ?? "";
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            var line = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (line.Length <= width || lines[^1].Length == 0) lines[^1] = line;
            else lines.Add(word);
        }

        return string.Join('\n', lines);
    }

    private static string Short(string? text) => text is { Length: > Longest } ? $"{text[..(Longest - 1)]}…" : text ?? "";
}
