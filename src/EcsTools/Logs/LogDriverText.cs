using EcsTools.Model;

namespace EcsTools.Logs;

/// <summary>Names where the log of a container goes that isn't in CloudWatch Logs.</summary>
internal static class LogDriverText
{
    /// <summary>The options with the destination of a log driver. None of them is a secret.</summary>
    private static readonly string[] Places = [
        "splunk-url", "gelf-address", "syslog-address", "fluentd-address", "delivery_stream", "stream", "bucket", "log_group_name", "Host",
        "host",
    ];

    /// <summary>"the log driver splunk sends it to https://splunk.example".</summary>
    public static string Of(LogConfiguration? log, bool isOnFargate) => log switch
    {
        null when isOnFargate => "its task definition has no log configuration, so the log isn't kept",
        null => "its task definition has no log configuration, so the log is on the container instance",
        { LogDriver: LogDriver.Awslogs } => "ECS hasn't reported the name of the log stream yet",
        { LogDriver: LogDriver.JsonFile or LogDriver.Journald } => $"the log driver {log.LogDriver} keeps it on the container instance",
        _ => $"the log driver {log.LogDriver}{Destination(log)}",
    };

    private static string Destination(LogConfiguration log)
    {
        var plugin = Option(log, "Name");
        var place = Places.Select(name => Option(log, name)).FirstOrDefault(value => value is not null);
        return plugin is null && place is null
            ? " sends it elsewhere"
            : $" sends it to {string.Join(" ", new[] { plugin, place }.OfType<string>())}";
    }

    private static string? Option(LogConfiguration log, string name) =>
        log.Options?.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
