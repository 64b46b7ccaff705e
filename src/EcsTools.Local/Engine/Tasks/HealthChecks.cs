using EcsTools.Local.Behaviors;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>
/// The health checks of a container. The first one runs an interval after the start of the container, and each other one an interval
/// after the previous one. A passing check takes no time; a failing one takes its whole timeout, as if the container didn't respond.
/// </summary>
internal static class HealthChecks
{
    private const int DefaultInterval = 30, DefaultTimeout = 5, DefaultRetries = 3;

    /// <summary>How long a container has run when its health changes next; null when it never does.</summary>
    public static TimeSpan? Next(HealthCheck check, ContainerBehavior behavior, TimeSpan age)
    {
        foreach (var (at, _) in Changes(check, behavior))
        {
            if (at > age) return at;
        }

        return null;
    }

    /// <summary>The health of a container that has run for so long.</summary>
    public static string StatusAt(HealthCheck check, ContainerBehavior behavior, TimeSpan age) =>
        Changes(check, behavior).TakeWhile(change => change.At <= age).Select(change => change.Status).LastOrDefault(HealthStatus.Unknown);

    // Failures in the start period do not count, unless a check has passed before. Once what the checks find does not change any more, the
    // next change is the last.
    private static IEnumerable<(TimeSpan At, string Status)> Changes(HealthCheck check, ContainerBehavior behavior)
    {
        var interval = Seconds(check.Interval, DefaultInterval);
        var timeout = Seconds(check.Timeout, DefaultTimeout);
        var startPeriod = Seconds(check.StartPeriod, 0);
        var status = HealthStatus.Unknown;
        var failures = 0;
        for (var at = interval; ; at += interval)
        {
            var found = Finding(behavior, at);
            var isFinal = at >= (behavior.HealthAfter ?? TimeSpan.Zero);
            if (found == HealthStatus.Healthy)
            {
                failures = 0;
                if (status != found) yield return (at, status = found);
            }
            else
            {
                if (at >= startPeriod || status != HealthStatus.Unknown) failures++;
                at += timeout;
                if (status != found && failures >= (check.Retries ?? DefaultRetries)) yield return (at, status = found);
            }

            if (isFinal && status == found) yield break;
        }
    }

    private static string Finding(ContainerBehavior behavior, TimeSpan at)
    {
        var isHealthy = behavior.Health != HealthStatus.Unhealthy;
        if (at < behavior.HealthAfter) isHealthy = !isHealthy;
        return isHealthy ? HealthStatus.Healthy : HealthStatus.Unhealthy;
    }

    private static TimeSpan Seconds(int? seconds, int byDefault) => TimeSpan.FromSeconds(seconds ?? byDefault);
}
