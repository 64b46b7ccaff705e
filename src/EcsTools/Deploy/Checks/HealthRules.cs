using EcsTools.Model;

namespace EcsTools.Deploy.Checks;

/// <summary>Health checks, and how long containers may take to start and stop.</summary>
internal static class HealthRules
{
    private const int LongestOnFargate = 120;

    public static void Check(Checked all)
    {
        foreach (var container in all.Containers)
        {
            var path = Checked.Of(container);
            if (container.HealthCheck is { } check) Health(all, check, $"{path}.healthCheck");
            if (all.IsFargate) all.Within(container.StopTimeout, 0, LongestOnFargate, $"{path}.stopTimeout");
            if (all.IsFargate) all.Within(container.StartTimeout, 0, LongestOnFargate, $"{path}.startTimeout");
            all.Within(container.RestartPolicy?.RestartAttemptPeriod, 60, 1800, $"{path}.restartPolicy.restartAttemptPeriod");
        }
    }

    private static void Health(Checked all, HealthCheck check, string path)
    {
        all.Within(check.Interval, 5, 300, $"{path}.interval");
        all.Within(check.Timeout, 2, 60, $"{path}.timeout");
        all.Within(check.Retries, 1, 10, $"{path}.retries");
        all.Within(check.StartPeriod, 0, 300, $"{path}.startPeriod");
        if (check.Command is not { Count: > 0 } command) all.Error($"{path}.command", "It runs nothing.", "Set it as in CMD-SHELL, curl -f http://localhost/ || exit 1.");
        else if (command is not ["CMD" or "CMD-SHELL" or "NONE", ..]) all.Warning($"{path}.command", $"It begins with '{command[0]}', which says not how to run it.", "Begin with CMD, for a program and its words, or CMD-SHELL, for a line of shell.");
        else if (command is [not "NONE"]) all.Error($"{path}.command", $"Nothing follows {command[0]}.", "Add what is to be run.");
    }
}
