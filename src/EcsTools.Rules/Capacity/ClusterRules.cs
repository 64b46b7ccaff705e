using EcsTools.Model;

namespace EcsTools.Rules.Capacity;

/// <summary>A cluster that is created or changed, by whichever operation.</summary>
/// <param name="Request">The request.</param>
internal sealed record ClusterChange(IStructure Request)
{
    public IReadOnlyList<ClusterSetting> Settings => Get<List<ClusterSetting>>("settings") ?? [];

    public IReadOnlyList<Tag> Tags => Get<List<Tag>>("tags") ?? [];

    public IReadOnlyList<string> Providers => Get<List<string>>("capacityProviders") ?? [];

    public ExecuteCommandConfiguration? Command => Get<ClusterConfiguration>("configuration")?.ExecuteCommandConfiguration;

    private T? Get<T>(string member)
        where T : class => Request.GetShape().Find(member)?.Get(Request) as T;
}

/// <summary>Tags, settings, capacity providers and the log of commands.</summary>
internal sealed class ClusterRules : RuleMaking<ClusterChange>
{
    private const int MaxProviders = 20;

    private const string Command = "configuration.executeCommandConfiguration";

    private static readonly string[] Insights = ["disabled", "enabled", "enhanced"];

    public static IReadOnlyList<Rule<ClusterChange>> All { get; } = AsInvalidParameters(
    [
        .. TagRules.All.Select(rule => rule.On<ClusterChange>(all => all.Tags)),
        Recorded(
            "A setting of a cluster has a name that ECS has.",
            $"setting name should be one of [{ClusterSettingName.ContainerInsights}]",
            $"Set name to {ClusterSettingName.ContainerInsights}.",
            all => Each(all, "name", one => one.Name != ClusterSettingName.ContainerInsights)),
        Recorded(
            "Container Insights is disabled, enabled or enhanced.",
            $"setting value of {{0:name}} should be one of [{string.Join(',', Insights)}]",
            $"Choose one of {string.Join(", ", Insights)}.",
            all =>
                Each(
                    all,
                    "value",
                    one => one.Name == ClusterSettingName.ContainerInsights && !Insights.Contains(one.Value),
                    one => one.Name)),
        Documented(
            "A cluster has 20 capacity providers at most.",
            "The maximum number of capacity providers per cluster has been exceeded.",
            "Remove some of them.",
            all => When(all.Providers.Select(EcsArn.IdOf).Distinct().Count() > MaxProviders, "capacityProviders")),
        .. ShapeRules.All.Select(rule => rule.On<ClusterChange>(all => all.Request)),
        Recorded(
            "Only the logging OVERRIDE has a log configuration.",
            "You must set logging to 'OVERRIDE' when you supply a log configuration.",
            "Set logging to OVERRIDE.",
            all => When(all.Command is { LogConfiguration: not null, Logging: not ExecuteCommandLogging.Override }, $"{Command}.logging")),
        Recorded(
            "The logging OVERRIDE has a log group or a bucket.",
            "A CloudWatch log group name or S3 bucket name must be specified when overriding the default log configuration.",
            "Set logConfiguration with cloudWatchLogGroupName or s3BucketName.",
            all =>
                When(
                    all.Command is { Logging: ExecuteCommandLogging.Override } command
                        && command.LogConfiguration is not ({ CloudWatchLogGroupName.Length: > 0 } or { S3BucketName.Length: > 0 }),
                    $"{Command}.logConfiguration")),
    ]);

    private static IEnumerable<Breach> Each(
        ClusterChange all, string member, Func<ClusterSetting, bool> isBroken, Func<ClusterSetting, string?>? value = null) =>
        all.Settings
            .Select((one, index) => (One: one, Index: index))
            .Where(at => at.One is null || isBroken(at.One))
            .Select(at => new Breach($"settings[{at.Index}].{member}", at.One is null ? null : value?.Invoke(at.One)));
}
