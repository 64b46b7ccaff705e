using EcsTools.Model;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Log drivers, the options that they need, and FireLens.</summary>
internal sealed class LogRules : RuleMaking<Definition>
{
    private static readonly string[] OfFargate = [LogDriver.Awslogs, LogDriver.Splunk, LogDriver.Awsfirelens];

    private static readonly string[] Modes = ["blocking", "non-blocking"];

    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Recorded(
            "Fargate has the log drivers awslogs, splunk and awsfirelens.",
            "{0:driver} is not a valid log driver. Must be one of [awslogs,splunk,awsfirelens]",
            $"Choose {string.Join(", ", OfFargate)}.",
            all =>
                all.IsFargate
                    ? Broken(
                        all, "logDriver", log => log.LogDriver is not null && !OfFargate.Contains(log.LogDriver), log => [log.LogDriver])
                    : []),
        Recorded(
            "The log drivers awslogs and splunk have the options that they need.",
            "Log driver {0:driver} requires options: {1:options}",
            "Set {1:options} in options, or in secretOptions.",
            all => all.Containers.Where(one => one.It.LogConfiguration is not null).SelectMany(Lacking)),
        Recorded(
            "Fargate names log streams of CloudWatch Logs by a prefix.",
            "Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.",
            "Set awslogs-stream-prefix in options.",
            all =>
                all.IsFargate
                    ? Broken(all, "options[awslogs-stream-prefix]", log =>
                        log.LogDriver == LogDriver.Awslogs && !Has(log, "awslogs-stream-prefix"))
                    : []),
        Recorded(
            "The log driver awsfirelens has a log router.",
            "When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.",
            "Add a container of Fluent Bit with a firelensConfiguration.",
            all =>
                all.Containers.Any(one => one.It.FirelensConfiguration is not null)
                    ? []
                    : Broken(all, "logDriver", log => log.LogDriver == LogDriver.Awsfirelens)),
        Reported(
            "A log router has a container to route logs of.",
            "When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.",
            "Set the log driver awsfirelens on the container whose logs it routes.",
            all =>
                all.Containers.Any(one => one.It.LogConfiguration?.LogDriver == LogDriver.Awsfirelens)
                    ? []
                    : Routers(all).Take(1).Select(one => new Breach($"{one.Path}.firelensConfiguration"))),
        Documented(
            "A task definition has one log router.", "Only one container can have a firelensConfiguration.", "Keep one log router.",
            all => Routers(all).Skip(1).Select(one => new Breach($"{one.Path}.firelensConfiguration"))),
        Documented(
            "On Fargate a log router's configuration is in a file.",
            "Fargate compatible task definitions only support the firelens config-file-type 'file'.",
            "Set config-file-type to file, and add the file to the image.",
            all =>
                all.IsFargate
                    ? Routers(all)
                        .Where(one => one.It.FirelensConfiguration!.Options?.GetValueOrDefault("config-file-type") is not (null or "file"))
                        .Select(one => one.At("firelensConfiguration.options[config-file-type]"))
                    : []),
        Documented(
            "A log mode is blocking or non-blocking.",
            "The log driver mode should be one of [blocking,non-blocking]",
            "Choose blocking or non-blocking.",
            all =>
                Broken(all, "options[mode]", log =>
                    log.LogDriver == LogDriver.Awslogs && log.Options?.GetValueOrDefault("mode") is { } mode && !Modes.Contains(mode))),
        Documented(
            "The options awslogs-datetime-format and awslogs-multiline-pattern aren't set together.",
            "You cannot configure both the awslogs-datetime-format and awslogs-multiline-pattern options.",
            "Keep one of them.",
            all =>
                Broken(all, "options[awslogs-multiline-pattern]", log =>
                    Has(log, "awslogs-datetime-format") && Has(log, "awslogs-multiline-pattern"))),
    ];

    private static IEnumerable<Breach> Broken(
        Definition all, string member, Func<LogConfiguration, bool> isBroken, Func<LogConfiguration, string?[]>? values = null) =>
        all.Containers
            .Where(one => one.It.LogConfiguration is { } log && isBroken(log))
            .Select(one => new Breach($"{one.Path}.logConfiguration.{member}", values?.Invoke(one.It.LogConfiguration!) ?? []));

    private static IEnumerable<PlacedContainer> Routers(Definition all) =>
        all.Containers.Where(one => one.It.FirelensConfiguration is not null);

    private static IEnumerable<Breach> Lacking(PlacedContainer container)
    {
        var log = container.It.LogConfiguration!;
        var lacking = Needed(log.LogDriver).Where(option => !Has(log, option)).ToList();
        return When(
            lacking.Count > 0,
            $"{container.Path}.logConfiguration.options[{lacking.FirstOrDefault()}]",
            log.LogDriver,
            string.Join(", ", lacking));
    }

    private static string[] Needed(string? driver) => driver switch
    {
        LogDriver.Awslogs => ["awslogs-region", "awslogs-group"],
        LogDriver.Splunk => ["splunk-token", "splunk-url"],
        _ => [],
    };

    private static bool Has(LogConfiguration log, string option) =>
        log.Options?.ContainsKey(option) == true || log.SecretOptions?.Exists(secret => secret?.Name == option) == true;
}
