using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>How ECS words the events of a service. Its plural never bends.</summary>
internal static class ServiceEvents
{
    public static string Started(string service, TaskSourceState source, IReadOnlyCollection<TaskState> tasks) =>
        $"({Of(service, source)}) has started {tasks.Count} tasks: {List(tasks)}.";

    public static string Stopped(string service, TaskSourceState source, IReadOnlyCollection<TaskState> tasks) =>
        $"({Of(service, source)}) has stopped {tasks.Count} running tasks: {List(tasks)}.";

    /// <summary>Why the scheduler stops a task.</summary>
    public static string StoppedReason(TaskState task) =>
        task.IsUnhealthy ? "Task failed container health checks" : $"Scaling activity initiated by (deployment {task.DeploymentId})";

    public static string Steady(string service) => $"(service {service}) has reached a steady state.";

    public static string Completed(string service, string deploymentId) =>
        $"(service {service}) (deployment {deploymentId}) deployment completed.";

    /// <summary>That so many tasks are behind a load balancer now, or no longer.</summary>
    public static string Targets(
        string service, TaskSourceState source, string done, int count, LoadBalancer balancer) => balancer.TargetGroupArn is { } group
        ? $"({Of(service, source)}) {done} {count} targets in (target-group {group})"
        : $"({Of(service, source)}) {done} {count} instances in (elb {balancer.LoadBalancerName})";

    public static string Draining(string service, TaskSourceState source, int count) =>
        $"(service {service}, taskSet {source.Id}) has begun draining connections on {count} tasks.";

    public static string Failed(string service, string deploymentId) =>
        $"(service {service}) (deployment {deploymentId}) deployment failed: tasks failed to start.";

    public static string Throttled(string service) =>
        $"(service {service}) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.";

    /// <summary>That its tasks are not spread evenly over the zones; how many are where.</summary>
    public static string Unbalanced(string service, IReadOnlyDictionary<string, int> zones) =>
        $"(service {service}) is not AZ balanced with {List(zones)}. AZ Rebalancing in progress.";

    public static string Balanced(string service, IReadOnlyDictionary<string, int> zones) =>
        $"(service {service}) is AZ balanced with {List(zones)}.";

    public static string StartedToBalance(string service, TaskState task) =>
        $"(service {service}) has started 1 tasks in {task.Resource.AvailabilityZone} to AZ Rebalance: {List([task])}.";

    public static string StoppedToBalance(string service, IReadOnlyList<TaskState> tasks) =>
        $"(service {service}) has stopped {tasks.Count} running tasks in {string.Join(", ", tasks.Select(task => task.Resource.AvailabilityZone).Distinct())} due to AZ rebalancing: {List(tasks)}.";

    public static string NoRoomInZone(string service, string zone) =>
        $"(service {service}) is unable to place a task in {zone} because no container instance met all of its requirements.";

    public static string RollingBack(string service, string deploymentId) =>
        $"(service {service}) rolling back to deployment {deploymentId}.";

    // A deployment is not named, a task set is.
    private static string Of(string service, TaskSourceState source) =>
        source is TaskSetState ? $"service {service}, taskSet {source.Id}" : $"service {service}";

    private static string List(IReadOnlyDictionary<string, int> zones)
    {
        var counts = zones.Select(zone => $"{zone.Value} tasks in {zone.Key}").ToList();
        return counts.Count == 1 ? counts[0] : $"{string.Join(", ", counts.SkipLast(1))} and {counts[^1]}";
    }

    private static string List(IEnumerable<TaskState> tasks) => string.Join(' ', tasks.Select(task => $"(task {task.Id})"));
}
