using System.Globalization;
using System.Text.Json.Nodes;
using EcsTools.Local;
using EcsTools.Model;

namespace EcsTools.Tests.Fuzz;

/// <summary>Modified saved states: each is rejected with an error that has the place, or all later requests succeed.</summary>
public class ChangedStateFuzzTests(ITestOutputHelper output)
{
    private const int Worlds = 12, Changes = 50, Length = 120;

    [Fact]
    public async Task A_changed_state_is_refused_with_its_place_or_serves()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var worlds = 0;
        foreach (var seed in FuzzTests.Seeds(Worlds))
        {
            worlds++;
            var state = await FuzzWorld.After(FuzzEpisode.Of(seed, Length));
            for (var change = 0; change < Changes; change++) await Try(state, new Random(seed * Changes + change), found);
        }

        output.WriteLine($"{worlds * Changes} changed states");
        Assert.True(found.Count == 0, string.Join("\n", found.Select(one => $"{one.Key}\n    {one.Value}")));
    }

    private static async Task Try(SavedState state, Random random, SortedDictionary<string, string> found)
    {
        var json = JsonNode.Parse(state.Json.Span)!;
        var place = FuzzMutation.Of(json, random);
        try
        {
            await FuzzWorld.Run(state with { Json = System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()) }, Questions(random));
        }
        catch (FormatException refused)
        {
            if (refused.Message.Contains("object reference", StringComparison.OrdinalIgnoreCase)) found[$"refused without a place: {refused.Message}"] = place;
        }
        catch (FuzzFailure failure)
        {
            found[failure.Law] = $"{place}\n    {failure.Message[..Math.Min(failure.Message.Length, 700)]}";
        }
    }

    /// <summary>Looks at everything, lets time pass, and changes everything.</summary>
    private static IEnumerable<FuzzStep> Questions(Random random)
    {
        foreach (var read in Reads) yield return read;
        yield return new("POST /_local/clock", """{ "advanceSeconds": 20 }""");
        foreach (var write in FuzzEpisode.Of(random.Next(), 30)) yield return write;
        yield return new("POST /_local/clock", """{ "advanceSeconds": 4000 }""");
        foreach (var read in Reads) yield return read;
    }

    private static readonly FuzzStep[] Reads =
    [
        .. Operations.All.Where(operation => operation.IsReadOnly && operation.Request.Members.All(member => !member.IsRequired)).Select(operation => new FuzzStep(operation.Name, """{ "cluster": "default" }""")),
        .. Enumerable.Range(0, 3).SelectMany(i => Described(i.ToString(CultureInfo.InvariantCulture))),
        new("DescribeServices", """{ "services": ["s0", "s1", "s2"], "include": ["TAGS"] }"""),
    ];

    private static IEnumerable<FuzzStep> Described(string i) =>
    [
        new("DescribeTasks", $$"""{ "tasks": ["«task:{{i}}»"], "include": ["TAGS"] }"""),
        new("DescribeContainerInstances", $$"""{ "containerInstances": ["«container-instance:{{i}}»"], "include": ["TAGS", "CONTAINER_INSTANCE_HEALTH"] }"""),
        new("DescribeTaskDefinition", $$"""{ "taskDefinition": "«task-definition:{{i}}»", "include": ["TAGS"] }"""),
        new("DescribeServiceDeployments", $$"""{ "serviceDeploymentArns": ["«service-deployment:{{i}}»"] }"""),
        new("DescribeServiceRevisions", $$"""{ "serviceRevisionArns": ["«service-revision:{{i}}»"] }"""),
        new("DescribeTaskSets", $$"""{ "cluster": "default", "service": "s{{i}}", "include": ["TAGS"] }"""),
        new("ListServiceDeployments", $$"""{ "service": "s{{i}}" }"""),
        new("DescribeDaemon", $$"""{ "daemonArn": "«daemon:{{i}}»" }"""),
        new("DescribeDaemonDeployments", $$"""{ "daemonDeploymentArns": ["«daemon-deployment:{{i}}»"] }"""),
        new("DescribeDaemonRevisions", $$"""{ "daemonRevisionArns": ["«daemon-revision:{{i}}»"] }"""),
        new("DescribeExpressGatewayService", $$"""{ "serviceArn": "«service:{{i}}»" }"""),
    ];
}
