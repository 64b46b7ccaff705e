using System.Collections;
using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>
/// How the views write values: short, in the fewest words that a person needs. Every value is a plain one, never an object of the API:
/// objects that come from a job, another machine or Import-Clixml have the properties, but not the type.
/// </summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public static partial class Format
{
    /// <summary>The last step of an ARN: a name, an id, or a task definition's <c>family:revision</c>. Other text stays as it is.</summary>
    public static string Id(string? arn) => EcsArn.IdOf(arn ?? "");

    /// <summary>
    /// The first eight digits of an id: enough to distinguish instances, and to find one with a <c>*</c>. Names stay whole.
    /// </summary>
    public static string ShortId(string? arn) => Id(arn) is { Length: 32 } id ? id[..8] : Id(arn);

    /// <summary>How long ago it was, in the largest unit that fits: <c>12s ago</c>, <c>3m ago</c>, <c>2h ago</c>, <c>5d ago</c>.</summary>
    public static string Ago(DateTime? time) => time is { } then ? $"{Span(Clock.Current.GetUtcNow() - then.ToUniversalTime())} ago" : "";

    /// <summary>When it was, and how long ago: <c>2026-01-01 12:03:04 (2h ago)</c>.</summary>
    public static string When(DateTime? time) => time is null ? "" : $"{Time(time)} ({Ago(time)})";

    /// <summary>When it was, to the second, in the clock's zone.</summary>
    public static string Time(DateTime? time) =>
        time is { } then
            ? $"{TimeZoneInfo.ConvertTimeFromUtc(then.ToUniversalTime(), Clock.Current.LocalTimeZone):yyyy-MM-dd HH:mm:ss}"
            : "";

    /// <summary>A status in the color of what it means. A status with a reason behind it has the color of the status.</summary>
    public static string Status(object? status) => $"{status}" is var text ? Paint.Status(text, text.Split(' ')[0]) : "";

    /// <summary>
    /// The status of a task, and where it is going when that is elsewhere: <c>PENDING→RUNNING</c>. An unhealthy task is that first of all.
    /// </summary>
    public static string TaskStatus(string? last, string? desired, string? health)
    {
        if (last != desired && !string.IsNullOrEmpty(desired)) return Paint.Busy($"{last}→{desired}");
        return Status(health == "UNHEALTHY" ? health : last);
    }

    /// <summary>The stage of a deployment; one that waits for a decision stands out.</summary>
    public static string Stage(string? stage) =>
        stage?.StartsWith("waits", StringComparison.Ordinal) == true ? Paint.Busy(stage) : stage ?? "";

    /// <summary>The version of an agent; red when ECS has lost the agent, because nothing starts or stops there then.</summary>
    public static string Agent(string? version, bool? isConnected) =>
        isConnected == false ? Paint.Bad($"{version} lost".TrimStart()) : version ?? "";

    /// <summary>Whether a task is protected from scale-in and deployments.</summary>
    public static string Protection(bool? isProtected) => isProtected == true ? Paint.Good("True") : Paint.Quiet("False");

    /// <summary>Things side by side: <c>a, b</c>.</summary>
    public static string Items(object? items) => string.Join(", ", Texts(items));

    /// <summary>Things one under another.</summary>
    public static string Lines(object? items) => string.Join('\n', Texts(items));

    /// <summary>A text, or what stands for it where there is none.</summary>
    public static string Or(string? text, string otherwise) => string.IsNullOrEmpty(text) ? otherwise : text;

    private static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 0 } => "0s", // clocks of two machines never quite agree
        { TotalMinutes: < 1 } => $"{span.Seconds}s",
        { TotalHours: < 1 } => $"{span.Minutes}m",
        { TotalDays: < 1 } => $"{span.Hours}h",
        _ => $"{span.Days}d",
    };

    private static IEnumerable<string> Texts(object? items) =>
        Each(items).Select(item => item.ToString()).OfType<string>().Where(text => text.Length > 0);

    private static IEnumerable<object> Each(object? items) => items switch
    {
        null => [],
        IEnumerable several and not string => several.OfType<object>(),
        _ => [items],
    };
}
