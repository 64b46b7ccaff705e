using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to services and their deployments.</summary>
public static class ServiceFormat
{
    private const int EventsShown = 5;

    /// <summary>How the newest deployment fares, and how many of its tasks failed to start.</summary>
    public static string Rollout(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service.Deployments?.Find(d => d.Status == "PRIMARY") is { } primary ? Rollout(primary) : "";
    }

    /// <summary>How a deployment fares, and how many of its tasks failed to start: <c>IN_PROGRESS (2 failed)</c>.</summary>
    public static string Rollout(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var state = Format.Status(deployment.RolloutState);
        return deployment.FailedTasks > 0 ? $"{state} {Paint.Bad($"({deployment.FailedTasks} failed)")}".TrimStart() : state;
    }

    /// <summary>A line a deployment, the newest first.</summary>
    public static string Deployments(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Format.Lines(service.Deployments?.Select(d => $"{d} {Rollout(d)} {Format.Age(d.CreatedAt)}"));
    }

    /// <summary>The newest events, without the service's name that each begins with.</summary>
    public static string Events(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Format.Lines(service.Events?.Take(EventsShown).Select(e => $"{Format.Time(e.CreatedAt)} {WithoutName(e, service)}"));
    }

    /// <summary>How far a deployment may go below and above the desired count, and what it does when tasks keep failing.</summary>
    public static string Limits(DeploymentConfiguration? limits)
    {
        if (limits is null) return "";
        var breaker = limits.DeploymentCircuitBreaker switch
        {
            { Enable: true, Rollback: true } => ", rolled back when tasks keep failing",
            { Enable: true } => ", stopped when tasks keep failing",
            _ => "",
        };
        return $"{limits.MinimumHealthyPercent ?? 100} % to {limits.MaximumPercent ?? 200} %{breaker}";
    }

    private static string? WithoutName(ServiceEvent happened, Service service)
    {
        var name = $"(service {service.ServiceName}) ";
        return happened.Message?.StartsWith(name, StringComparison.Ordinal) == true ? happened.Message[name.Length..] : happened.Message;
    }
}
