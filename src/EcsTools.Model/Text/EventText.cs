namespace EcsTools.Text;

/// <summary>
/// The text of a service event without what a reader knows already: the service's name, with which ECS begins it, and the reference to the
/// manual.
/// </summary>
internal static class EventText
{
    /// <summary>The text.</summary>
    /// <param name="message">The event's message.</param>
    /// <param name="service">The name of the service.</param>
    public static string Of(string message, string? service)
    {
        var prefix = $"(service {service}) ";
        return (message.StartsWith(prefix, StringComparison.Ordinal)
            ? message[prefix.Length..]
            : message).Split(" For more information,")[0];
    }
}
