namespace EcsTools.Local.Engine;

/// <summary>How ECS words the events of a service. Its plural never bends.</summary>
internal static class ServiceEvents
{
    public static string Started(string service, TaskSourceState source, IReadOnlyCollection<TaskState> tasks) =>
        $"({Of(service, source)}) has started {tasks.Count} tasks: {List(tasks)}.";

    public static string Stopped(string service, TaskSourceState source, IReadOnlyCollection<TaskState> tasks) =>
        $"({Of(service, source)}) has stopped {tasks.Count} running tasks: {List(tasks)}.";

    public static string Steady(string service) => $"(service {service}) has reached a steady state.";

    public static string Completed(string service, string deploymentId) => $"(service {service}) (deployment {deploymentId}) deployment completed.";

    public static string RollingBack(string service, string deploymentId) => $"(service {service}) rolling back to deployment {deploymentId}.";

    // A deployment is not named, a task set is.
    private static string Of(string service, TaskSourceState source) => source is TaskSetState ? $"service {service}, taskSet {source.Id}" : $"service {service}";

    private static string List(IEnumerable<TaskState> tasks) => string.Join(' ', tasks.Select(task => $"(task {task.Id})"));
}
