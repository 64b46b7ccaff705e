using EcsTools.Model;

namespace EcsTools.Deploy.Checks;

/// <summary>Log drivers, and the options that they cannot do without.</summary>
internal static class LogRules
{
    private static readonly string[] OfFargate = [LogDriver.Awslogs, LogDriver.Splunk, LogDriver.Awsfirelens];

    public static void Check(Checked all)
    {
        foreach (var container in all.Containers)
        {
            if (container.LogConfiguration is { } log) Log(all, log, $"{Checked.Of(container)}.logConfiguration");
        }
    }

    private static void Log(Checked all, LogConfiguration log, string path)
    {
        if (all.IsFargate && log.LogDriver is not null && !OfFargate.Contains(log.LogDriver))
            all.Error($"{path}.logDriver", $"Fargate has no log driver {log.LogDriver}.", $"Choose {string.Join(", ", OfFargate)}.");
        foreach (var option in Needed(log.LogDriver, all.IsFargate).Where(option => !Has(log, option)))
            all.Error($"{path}.options[{option}]", $"The log driver {log.LogDriver} needs it.", $"Set {option} in options, or in secretOptions.");
        if (log.LogDriver == LogDriver.Awsfirelens && !all.Containers.Exists(container => container.FirelensConfiguration is not null))
            all.Error($"{path}.logDriver", "No container routes the logs: none has a firelensConfiguration.", "Add a container of Fluent Bit with one.");
        if (all.IsFargate && log.LogDriver == LogDriver.Awslogs && all.Definition.ExecutionRoleArn is null)
            all.Error("executionRoleArn", "Fargate writes logs with the execution role, and there is none.", "Name a role that may write to CloudWatch Logs.");
    }

    private static string[] Needed(string? driver, bool isFargate) => driver switch
    {
        LogDriver.Awslogs when isFargate => ["awslogs-group", "awslogs-region", "awslogs-stream-prefix"],
        LogDriver.Awslogs => ["awslogs-group", "awslogs-region"],
        LogDriver.Splunk => ["splunk-token", "splunk-url"],
        _ => [],
    };

    private static bool Has(LogConfiguration log, string option) => log.Options?.ContainsKey(option) == true || log.SecretOptions?.Exists(secret => secret.Name == option) == true;
}
