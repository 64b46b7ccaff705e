namespace EcsTools.Model.Logs;

/// <summary>The place of a container's log in CloudWatch Logs, which follows from the log configuration of the task definition.</summary>
/// <param name="Group">The log group.</param>
/// <param name="Region">The region of the log group.</param>
/// <param name="Stream">The log stream. Each container of each task has its own.</param>
internal sealed record LogDestination(string Group, string Region, string Stream)
{
    /// <summary>
    /// The destination of a container's log; null if its log isn't in CloudWatch Logs, or if ECS doesn't report its runtime ID, which names
    /// the stream.
    /// </summary>
    /// <param name="definition">The container in the task definition.</param>
    /// <param name="task">The task, whose ARN has the ID and the region.</param>
    /// <param name="container">The container in the task.</param>
    public static LogDestination? Of(ContainerDefinition definition, Task task, Container container)
    {
        if (definition.LogConfiguration is not { } log || !EcsArn.TryParse(task.TaskArn, out var arn)) return null;
        return log.LogDriver switch
        {
            LogDriver.Awslogs => Awslogs(log, arn, container),
            LogDriver.Awsfirelens => FluentBit(log, arn, container),
            _ => null,
        };
    }

    private static LogDestination? Awslogs(LogConfiguration log, EcsArn task, Container container)
    {
        if (Option(log, "awslogs-group") is not { } group) return null;
        var stream = Option(log, "awslogs-stream-prefix") is { } prefix ? $"{prefix}/{container.Name}/{task.Id}" : container.RuntimeId;
        return stream is null ? null : new(group, Option(log, "awslogs-region") ?? task.Region, stream);
    }

    /// <summary>
    /// Fluent Bit's own plugins for CloudWatch Logs. FireLens tags the log with the names of container and task, and the tag ends the name
    /// of the stream.
    /// </summary>
    private static LogDestination? FluentBit(LogConfiguration log, EcsArn task, Container container)
    {
        if (Option(log, "Name") is not ("cloudwatch" or "cloudwatch_logs") || Option(log, "log_group_name") is not { } group) return null;
        var stream = Option(log, "log_stream_name") ?? $"{Option(log, "log_stream_prefix")}{container.Name}-firelens-{task.Id}";
        return new(group, Option(log, "region") ?? task.Region, stream);
    }

    private static string? Option(LogConfiguration log, string name) =>
        log.Options?.FirstOrDefault(option => option.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } value
            ? value
            : null;
}
