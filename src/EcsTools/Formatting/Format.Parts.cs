using System.Management.Automation;

namespace EcsTools.Formatting;

/// <summary>
/// The texts of nested objects in list views, one line each. An object that was reduced to text, for example deep inside the output of a
/// job, is that line.
/// </summary>
public static partial class Format
{
    private const int EventsShown = 5;

    /// <summary>The newest events of a service.</summary>
    public static string Events(object? events) => Lines(Each(events).Take(EventsShown)
        .Select(happened =>
            Part(happened, "Message") is string message
                ? $"{Time(Part(happened, "CreatedAt") as DateTime?)} {WithoutService(message)}"
                : $"{happened}"));

    /// <summary>The containers of a task: name, status, how they ended, where they are reached, image.</summary>
    public static string Parts(object? containers) => Lines(Each(containers).Select(container => Part(container, "Name") is null
        ? $"{container}"
        : string.Join(
            ' ',
            Texts(
                new[] { Part(container, "Name"), Status(Part(container, "Status")), Ending(container), Part(container, "Network"),
                    Part(container, "Image") }))));

    /// <summary>The containers of a task definition: name, image, size, ports.</summary>
    public static string Containers(object? definitions) => Lines(Each(definitions).Select(container => Items(new[]
    {
        $"{container}",
        Above(Part(container, "Cpu")) is { } units ? $"{units} CPU units" : "",
        (Above(Part(container, "Memory")) ?? Above(Part(container, "MemoryReservation"))) is { } size ? $"{size} MiB" : "",
        Items(Part(container, "Ports")),
        Part(container, "Essential") is false ? "not essential" : "",
    })));

    /// <summary>Every event begins with the service's name, which stands above.</summary>
    private static string WithoutService(string message) =>
        message.StartsWith("(service ", StringComparison.Ordinal) ? message[(message.IndexOf(')') + 1)..].TrimStart() : message;

    private static string Ending(object container)
    {
        var text = string.Join(
            ' ', Texts(new[] { Part(container, "ExitCode") is { } code ? $"exit {code}" : "", Part(container, "Reason") }));
        return Part(container, "ExitCode") is not (null or 0) || Part(container, "Reason") is string { Length: > 0 }
            ? Paint.Bad(text)
            : text;
    }

    private static object? Above(object? amount) => $"{amount}" is "" or "0" ? null : amount;

    /// <summary>The value of a property, of an object of the API or of one that was such an object elsewhere.</summary>
    private static object? Part(object item, string property) =>
        PSObject.AsPSObject(item).Properties[property]?.Value is PSObject { BaseObject: not PSCustomObject } wrapped
            ? wrapped.BaseObject
            : PSObject.AsPSObject(item).Properties[property]?.Value;
}
