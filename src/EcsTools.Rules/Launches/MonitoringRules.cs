using EcsTools.Model;

namespace EcsTools.Rules.Launches;

/// <summary>The metrics of a service, and how often ECS collects them.</summary>
internal sealed class MonitoringRules : RuleMaking<Launch>
{
    private const string List = "monitoring.metricConfigurations";

    private static readonly string[] Metrics = ["CPUUtilization", "MemoryUtilization"];

    public static IReadOnlyList<Rule<Launch>> All { get; } = AsInvalidParameters(
    [
        Documented(
            "The metrics of a service are CPUUtilization and MemoryUtilization.",
            $"metricNames should be one of [{string.Join(',', Metrics)}]",
            $"Choose {string.Join(" or ", Metrics)}.",
            all =>
                Each(all, "metricNames", one => one.MetricNames is { } names && (names.Count == 0 || !names.TrueForAll(Metrics.Contains)))),
        Documented(
            "Metrics have a resolution of 20 or 60 seconds.",
            "resolutionSeconds should be one of [20,60]",
            "Set resolutionSeconds to 20 or 60.",
            all => Each(all, "resolutionSeconds", one => one.ResolutionSeconds is not (null or 20 or 60))),
    ]);

    private static IEnumerable<Breach> Each(Launch all, string member, Func<MetricConfiguration, bool> isBroken) =>
        (all.Get<MonitoringConfiguration>("monitoring")?.MetricConfigurations ?? [])
            .Select((one, index) => (One: one, Index: index))
            .Where(at => at.One is not null && isBroken(at.One))
            .Select(at => new Breach($"{List}[{at.Index}].{member}"));
}
