using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what is special to tasks and their containers.</summary>
public static class TaskFormat
{
    /// <summary>The status, and where it is going when that is elsewhere: <c>PENDING→RUNNING</c>. An unhealthy task is that first of all.</summary>
    public static string Status(EcsTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.LastStatus != task.DesiredStatus && !string.IsNullOrEmpty(task.DesiredStatus)) return Paint.Busy($"{task.LastStatus}→{task.DesiredStatus}");
        return task.HealthStatus == "UNHEALTHY" ? Format.Status(task.HealthStatus) : Format.Status(task.LastStatus);
    }

    /// <summary>The container instance it runs on, or the capacity it runs on where nobody sees instances.</summary>
    public static string Instance(EcsTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.ContainerInstanceArn is { } arn ? Format.ShortId(arn) : task.CapacityProviderName ?? task.LaunchType ?? "";
    }

    /// <summary>Why it stopped: the containers that failed, then the reason of the whole.</summary>
    public static string Reason(EcsTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var failed = (task.Containers ?? []).Where(HasFailed).Select(c => $"{c.Name} {Ending(c)}");
        return string.Join("; ", failed.Append(task.StoppedReason).Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Whether a task is protected from being stopped by scaling in or deployments.</summary>
    public static string Protection(ProtectedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.ProtectionEnabled == true ? Paint.Good("yes") : Paint.Quiet("no");
    }

    /// <summary>A line a container: name, status, how it ended, image.</summary>
    public static string Containers(EcsTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Format.Lines(task.Containers?.Select(c => string.Join(' ', new[] { c.Name, Format.Status(c.LastStatus), Ending(c), Network(c), c.Image }.Where(part => !string.IsNullOrEmpty(part)))));
    }

    /// <summary>The exit code, and what ECS says about it; red for a failure.</summary>
    public static string Ending(Container container)
    {
        ArgumentNullException.ThrowIfNull(container);
        var parts = new[] { container.ExitCode is { } code ? $"exit {code}" : null, container.Reason };
        var text = string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
        return HasFailed(container) ? Paint.Bad(text) : text;
    }

    /// <summary>Where a container is reached: bound ports, and addresses of its own.</summary>
    public static string Network(Container container)
    {
        ArgumentNullException.ThrowIfNull(container);
        return Format.Items((container.NetworkBindings ?? []).Cast<object?>().Concat((container.NetworkInterfaces ?? []).Select(i => i.PrivateIpv4Address ?? i.Ipv6Address)));
    }

    private static bool HasFailed(Container container) => container.ExitCode is not (null or 0) || !string.IsNullOrEmpty(container.Reason);
}
