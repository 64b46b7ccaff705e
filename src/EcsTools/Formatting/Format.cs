using System.Collections;
using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How the views write values: short, in the fewest words that a person needs.</summary>
public static class Format
{
    /// <summary>The widest that a name gets in a table, so that a very long one leaves room for what is beside it.</summary>
    private const int NameWidth = 40;

    /// <summary>The last step of an ARN: a name, an id, or a task definition's <c>family:revision</c>. What is no ARN stays as it is.</summary>
    public static string Id(string? arn) => EcsArn.IdOf(arn ?? "");

    /// <summary>The first eight digits of an id: enough to tell instances apart, and with a <c>*</c> to find one again.</summary>
    public static string ShortId(string? arn) => Id(arn) is { Length: > 8 } id ? id[..8] : Id(arn);

    /// <summary>A name, or an ARN's; where it is very long its middle is left out, because such names differ at their ends.</summary>
    public static string Name(string? nameOrArn)
    {
        var name = Id(nameOrArn);
        return name.Length <= NameWidth ? name : $"{name[..(NameWidth / 2)]}…{name[^(NameWidth / 2 - 1)..]}";
    }

    /// <summary>The cluster that an ARN names.</summary>
    public static string Cluster(string? arn) => EcsArn.TryParse(arn, out var parts) ? parts.Cluster ?? "" : "";

    /// <summary>What an ARN of another service names, with its kind: <c>targetgroup/web/6d0ecf831eec9f09</c>.</summary>
    public static string Foreign(string? arn) => arn?[(arn.LastIndexOf(':') + 1)..] ?? "";

    /// <summary>How long ago it was, in the largest unit that fits: <c>12s</c>, <c>3m</c>, <c>2h</c>, <c>5d</c>.</summary>
    public static string Age(DateTime? time) => Age(time, Clock.Current);

    /// <summary>How long it took, in the largest unit that fits; blank while it is not over.</summary>
    public static string Took(DateTime? from, DateTime? to) => to - from is { } time ? Span(time) : "";

    /// <summary>When it was, and how long ago: <c>2026-01-01 12:03:04 (2h ago)</c>.</summary>
    public static string When(DateTime? time) => time is null ? "" : $"{Time(time)} ({Age(time)} ago)";

    /// <summary>When it was, to the second, in the clock's zone.</summary>
    public static string Time(DateTime? time) => Time(time, Clock.Current);

    /// <summary>Tasks as <c>running/pending</c>; yellow while some are pending.</summary>
    public static string Counts(int? running, int? pending) =>
        $"{running ?? 0}/{pending ?? 0}" is var text && pending > 0 ? Paint.Busy(text) : text;

    /// <summary>Tasks as <c>desired/running/pending</c>; yellow while other than the desired number runs.</summary>
    public static string Counts(int? desired, int? running, int? pending) =>
        $"{desired ?? 0}/{running ?? 0}/{pending ?? 0}" is var text && (desired ?? 0) != (running ?? 0) ? Paint.Busy(text) : text;

    /// <summary>A status in the colour of what it means.</summary>
    public static string Status(string? status) => Paint.Status(status ?? "", status);

    /// <summary>Things side by side: <c>a, b</c>.</summary>
    public static string Items(IEnumerable? items) => string.Join(", ", Texts(items));

    /// <summary>Things one under another.</summary>
    public static string Lines(IEnumerable? items) => string.Join('\n', Texts(items));

    /// <summary>What a resource's value is, whichever of its kinds.</summary>
    public static string Value(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.ValueText;
    }

    /// <summary>What runs the tasks: the launch type, or the capacity providers that share them.</summary>
    public static string Launch(string? launchType, IEnumerable<CapacityProviderStrategyItem>? strategy) =>
        strategy?.Any() == true ? string.Join(", ", strategy.Select(s => s.CapacityProvider)) : launchType ?? "";

    /// <summary>CPU units and MiB of a task or container, where they are said: <c>256 CPU units, 512 MiB</c>.</summary>
    public static string Size(object? cpu, object? memory) => Items(new[]
    {
        Said(cpu) is { } units ? $"{units} CPU units" : null,
        Said(memory) is { } size ? $"{size} MiB" : null,
    });

    /// <summary>A number with its unit; blank where there is none.</summary>
    public static string Amount(object? number, string unit) => number is null ? "" : $"{number} {unit}";

    internal static string Age(DateTime? time, TimeProvider clock) => time is { } then ? Span(clock.GetUtcNow() - then.ToUniversalTime()) : "";

    internal static string Time(DateTime? time, TimeProvider clock) =>
        time is { } then ? $"{TimeZoneInfo.ConvertTimeFromUtc(then.ToUniversalTime(), clock.LocalTimeZone):yyyy-MM-dd HH:mm:ss}" : "";

    private static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 0 } => "0s", // clocks of two machines never quite agree
        { TotalMinutes: < 1 } => $"{span.Seconds}s",
        { TotalHours: < 1 } => $"{span.Minutes}m",
        { TotalDays: < 1 } => $"{span.Hours}h",
        _ => $"{span.Days}d",
    };

    private static IEnumerable<string> Texts(IEnumerable? items) =>
        from object? item in items is string one ? new[] { one } : items ?? Array.Empty<object>() let text = item?.ToString() where !string.IsNullOrEmpty(text) select text;

    private static string? Said(object? amount) => amount?.ToString() is { } text && text is not ("" or "0") ? text : null;
}
