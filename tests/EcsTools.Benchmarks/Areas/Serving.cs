using EcsTools.Benchmarks.Measuring;
using EcsTools.Benchmarks.Worlds;

namespace EcsTools.Benchmarks.Areas;

/// <summary>How many requests the local ECS answers in a second.</summary>
internal static class Serving
{
    private static readonly (string Operation, string Body)[] Mixed =
    [
        ("ListClusters", "{}"),
        ("DescribeClusters", """{"clusters":["default"]}"""),
        ("DescribeServices", """{"services":["web-0","web-1"]}"""),
        ("ListTasks", """{"serviceName":"web-2"}"""),
        ("DescribeTaskDefinition", """{"taskDefinition":"web-3"}"""),
        ("UpdateService", """{"service":"web-4","desiredCount":2}"""),
    ];

    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var serving = ServingProcess.Start(100);
        using var fixedAnswers = new ChildProcess("serve-fixed");
        var (url, fixedUrl) = (serving.ReadLine(), fixedAnswers.ReadLine());
        using var client = new BareClient(url);
        var small = new KeepAliveLoad(url, 8, ("ListClusters", "{}"));
        var mixed = new KeepAliveLoad(url, 32, Mixed);
        var floor = new KeepAliveLoad(fixedUrl, 8, ("ListClusters", "{}"));
        var large = new KeepAliveLoad(url, 8, ("DescribeTasks", BareListing.Tasks(new BareListing(client).PagesAsync().ToBlockingEnumerable().First())));
        var rates = Interleaved.Medians(
            effort.Repetitions,
            warmUps: 2, // of thousands of calls each
            () => small.RequestsPerSecond(effort.Of(50_000)),
            () => floor.RequestsPerSecond(effort.Of(50_000)),
            () => large.RequestsPerSecond(effort.Of(5_000)),
            () => mixed.RequestsPerSecond(effort.Of(50_000)));
        yield return new(
            $"ListClusters by the local ECS: {rates[0]:#,0}/s",
            $"HttpListener answering fixed bytes: {rates[1]:#,0}/s",
            rates[0] / rates[1],
            Goal.AtLeast(0.6, Goal.Times));
        yield return new("mixed calls on 32 connections by the local ECS", "", rates[3], Goal.AtLeast(10_000, Goal.PerSecond));
        yield return new("DescribeTasks of 100 tasks by the local ECS", "", rates[2], Goal.AtLeast(1_000, Goal.PerSecond));
    }
}
