namespace EcsTools.Local.Engine;

/// <summary>How ECS words the events of a service. Its plural never bends.</summary>
internal static class ServiceEvents
{
    public static string Started(string service, IReadOnlyCollection<TaskState> tasks) =>
        $"(service {service}) has started {tasks.Count} tasks: {List(tasks)}.";

    public static string Stopped(string service, IReadOnlyCollection<TaskState> tasks) =>
        $"(service {service}) has stopped {tasks.Count} running tasks: {List(tasks)}.";

    public static string Steady(string service) => $"(service {service}) has reached a steady state.";

    public static string Completed(string service, string deploymentId) => $"(service {service}) (deployment {deploymentId}) deployment completed.";

    private static string List(IEnumerable<TaskState> tasks) => string.Join(' ', tasks.Select(task => $"(task {task.Id})"));
}
