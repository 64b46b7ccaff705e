namespace EcsTools.Model;

/// <summary>The group of a task. ECS puts the tasks of a service into a group that is named after it.</summary>
internal static class TaskGroup
{
    private const string ServicePrefix = "service:";

    /// <summary>The group of a service's tasks.</summary>
    public static string OfService(string service) => ServicePrefix + service;

    /// <summary>The service whose tasks have a group; null for other groups.</summary>
    public static string? ServiceOf(string? group) =>
        group?.StartsWith(ServicePrefix, StringComparison.Ordinal) == true ? group[ServicePrefix.Length..] : null;
}
