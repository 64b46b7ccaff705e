using System.Net;
using System.Text.Json.Nodes;
using EcsTools.Tests.Interop;

namespace EcsTools.Tests.Local;

/// <summary>CloudWatch Logs of the local ECS: the output of containers, at the URL of ECS.</summary>
public sealed class LogTests
{
    private const string Awslogs = """, "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/web", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "web" } }""";

    [Fact]
    public async Task A_container_writes_when_it_starts_and_again_until_it_stops()
    {
        using var ecs = new LocalEcs();
        var stream = await Run(ecs, """ "output": ["listening on 8080", "ready"], "outputEvery": 5 """);
        ecs.Advance(16); // it runs after 3.5 seconds
        var lines = await Lines(ecs, stream);
        Assert.Equal(["3.5 listening on 8080", "3.5 ready", "8.5 listening on 8080", "8.5 ready", "13.5 listening on 8080", "13.5 ready"], lines);
        await ecs.Call("StopTask", $$"""{ "task": "{{stream.Split('/')[2]}}" }""");
        ecs.Settle();
        ecs.Advance(100);
        Assert.Equal(lines, await Lines(ecs, stream)); // it stopped at 17.5
    }

    [Fact]
    public async Task Output_without_an_interval_is_written_once_and_outlives_the_task()
    {
        using var ecs = new LocalEcs();
        var stream = await Run(ecs, """ "output": ["hello"], "exitCode": 1 """);
        ecs.Advance(2 * 3600);
        Assert.Equal(["3.5 hello"], await Lines(ecs, stream));
        var described = (await Call(ecs, "DescribeLogStreams", """{ "logGroupName": "/ecs/web" }"""))["logStreams"]![0]!;
        Assert.Equal((stream, $"arn:aws:logs:us-east-1:123456789012:log-group:/ecs/web:log-stream:{stream}"), ((string)described["logStreamName"]!, (string)described["arn"]!));
        Assert.Equal((long)described["firstEventTimestamp"]!, (long)described["lastEventTimestamp"]!);
    }

    [Fact]
    public async Task A_container_that_is_started_again_writes_again()
    {
        using var ecs = new LocalEcs();
        var stream = await Run(ecs, """ "output": ["hello"], "exitCode": 1, "exitAfter": 60 """, """, "restartPolicy": { "enabled": true, "restartAttemptPeriod": 60 }""");
        ecs.Advance(130);
        Assert.Equal(["3.5 hello", "63.5 hello", "123.5 hello"], await Lines(ecs, stream));
    }

    [Fact]
    public async Task Logs_are_part_of_the_state()
    {
        using var ecs = new LocalEcs();
        var stream = await Run(ecs, """ "output": ["a", "b"], "outputEvery": 1 """);
        ecs.Advance(60);
        using var other = new LocalEcs();
        other.Advance(60);
        await other.Control(HttpMethod.Put, "/_local/state", await ecs.State());
        Assert.Equal(await Lines(ecs, stream), await Lines(other, stream));
    }

    [Fact]
    public async Task A_stream_is_read_in_pages_both_ways()
    {
        using var ecs = new LocalEcs();
        var stream = await Run(ecs, """ "output": ["0", "1", "2", "3", "4", "5", "6"] """);
        ecs.Advance(10);
        string Request(string more) => $$"""{ "logGroupName": "/ecs/web", "logStreamName": "{{stream}}", "limit": 3 {{more}} }""";
        var page = await Call(ecs, "GetLogEvents", Request(""", "startFromHead": true"""));
        var pages = new List<string>();
        while (Text(page) is { Length: > 0 } text)
        {
            pages.Add(text);
            page = await Call(ecs, "GetLogEvents", Request($""", "nextToken": "{page["nextForwardToken"]}" """));
        }

        Assert.Equal(["0 1 2", "3 4 5", "6"], pages);
        Assert.Equal((string)page["nextForwardToken"]!, (string)(await Call(ecs, "GetLogEvents", Request($""", "nextToken": "{page["nextForwardToken"]}" """)))["nextForwardToken"]!);
        var last = await Call(ecs, "GetLogEvents", Request(""));
        Assert.Equal("4 5 6", Text(last));
        Assert.Equal("1 2 3", Text(await Call(ecs, "GetLogEvents", Request($""", "nextToken": "{last["nextBackwardToken"]}" """))));
    }

    [Fact]
    public async Task Lines_of_several_streams_are_filtered_and_merged_by_time()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition(container: Awslogs);
        await ecs.Behave(""" "tasks": [{ "family": "web", "output": ["INFO started", "ERROR no disk", "WARN slow"], "outputEvery": 10 }] """);
        await ecs.Call("RunTask", """{ "taskDefinition": "web", "count": 3 }""");
        ecs.Advance(30);
        foreach (var (pattern, count) in new[] { ("", 27), ("ERROR", 9), ("error", 0), ("?ERROR ?WARN", 18), ("-INFO", 18), ("\\\"no disk\\\"", 9), ("ERROR disk", 9), ("ERROR -disk", 0) })
        {
            var (all, request, token) = (new List<(long, string, string)>(), $$""" "logGroupName": "/ecs/web", "logStreamNamePrefix": "web/app", "limit": 4, "filterPattern": "{{pattern}}" """, "");
            do
            {
                var page = await Call(ecs, "FilterLogEvents", $$"""{ {{request}}{{(token.Length == 0 ? "" : $", \"nextToken\": \"{token}\"")}} }""");
                all.AddRange(page["events"]!.AsArray().Select(one => ((long)one!["timestamp"]!, (string)one["logStreamName"]!, (string)one["eventId"]!)));
                token = (string?)page["nextToken"] ?? "";
            }
            while (token.Length > 0);
            Assert.Equal((pattern, count, count), (pattern, all.Count, all.Select(one => one.Item3).Distinct().Count()));
            Assert.Equal(all.OrderBy(one => one.Item1).ThenBy(one => one.Item2, StringComparer.Ordinal), all);
        }
    }

    [Theory]
    [InlineData("GetLogEvents", """{ "logGroupName": "none", "logStreamName": "a" }""", "ResourceNotFoundException", "The specified log group does not exist.")]
    [InlineData("GetLogEvents", """{ "logGroupName": "/ecs/web", "logStreamName": "a" }""", "ResourceNotFoundException", "The specified log stream does not exist.")]
    [InlineData("FilterLogEvents", """{ "logGroupName": "/ecs/web", "logStreamNames": ["a"] }""", "ResourceNotFoundException", "The specified log stream does not exist.")]
    [InlineData("FilterLogEvents", """{ "logGroupName": "/ecs/web", "nextToken": "x" }""", "InvalidParameterException", "The specified nextToken is invalid.")]
    [InlineData("FilterLogEvents", """{ "logGroupName": "/ecs/web", "filterPattern": "a/b" }""", "InvalidParameterException", "Invalid character(s) in term 'a/b'")]
    [InlineData("FilterLogEvents", """{ "logGroupName": "/ecs/web", "limit": 0 }""", "InvalidParameterException", "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1")]
    [InlineData("DescribeLogStreams", """{ "logGroupName": "/ecs/web", "orderBy": "LastEventTime", "logStreamNamePrefix": "a" }""", "InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.")]
    [InlineData("DescribeLogStreams", "{}", "InvalidParameterException", "Exactly one of logGroupName or logGroupIdentifier must be specified.")]
    public async Task Errors_are_those_of_the_service(string operation, string body, string type, string message)
    {
        using var ecs = new LocalEcs();
        await Run(ecs, """ "output": ["a"] """);
        ecs.Advance(10);
        using var response = await ecs.Post($"Logs_20140328.{operation}", body);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((HttpStatusCode.BadRequest, type, message), (response.StatusCode, (string)answer["__type"]!, (string)answer["message"]!));
    }

    [Fact]
    public async Task Streams_and_lines_are_bounded()
    {
        using var ecs = new LocalEcs();
        var stream = await Run(ecs, """ "output": ["a"], "outputEvery": 0.01 """);
        ecs.Advance(24 * 3600);
        var page = await Call(ecs, "GetLogEvents", $$"""{ "logGroupName": "/ecs/web", "logStreamName": "{{stream}}", "limit": 1, "startFromHead": true }""");
        Assert.Equal(24 * 3600 * 1000 - 1_000_000 + 10, (long)page["events"]![0]!["timestamp"]! - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds());
        Assert.True((await ecs.State()).Length < 20_000);
    }

    [Fact]
    public async Task The_AWS_CLI_reads_the_logs()
    {
        Assert.SkipUnless(await OtherClient.Run("aws", "--version") is { ExitCode: 0 }, "This machine has no AWS CLI.");
        using var ecs = new LocalEcs();
        var stream = await Run(ecs, """ "output": ["hello", "world"] """);
        ecs.Advance(10);
        var filtered = (await OtherClient.Run("aws", "logs", "filter-log-events", "--log-group-name", "/ecs/web", "--endpoint-url", ecs.Server.Url.ToString(), "--output", "json"))!.Value;
        Assert.True(filtered.ExitCode == 0, filtered.Error);
        Assert.Equal(["hello", "world"], JsonNode.Parse(filtered.Output)!["events"]!.AsArray().Select(one => (string)one!["message"]!));
        var got = (await OtherClient.Run("aws", "logs", "get-log-events", "--log-group-name", "/ecs/web", "--log-stream-name", stream, "--start-from-head", "--endpoint-url", ecs.Server.Url.ToString(), "--output", "json"))!.Value;
        Assert.Equal(2, JsonNode.Parse(got.Output)!["events"]!.AsArray().Count);
    }

    /// <summary>Runs a task that behaves so, and returns the name of its log stream.</summary>
    private static async Task<string> Run(LocalEcs ecs, string behavior, string container = "")
    {
        await ecs.Instances(1);
        await ecs.Definition(container: Awslogs + container);
        await ecs.Behave($$""" "tasks": [{ "family": "web", {{behavior}} }] """);
        var run = await ecs.Call("RunTask", """{ "taskDefinition": "web" }""");
        return $"web/app/{((string)run["tasks"]![0]!["taskArn"]!).Split('/')[^1]}";
    }

    private static async Task<JsonNode> Call(LocalEcs ecs, string operation, string body)
    {
        using var response = await ecs.Post($"Logs_20140328.{operation}", body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<IReadOnlyList<string>> Lines(LocalEcs ecs, string stream)
    {
        var page = await Call(ecs, "GetLogEvents", $$"""{ "logGroupName": "/ecs/web", "logStreamName": "{{stream}}", "startFromHead": true }""");
        var begin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        return [.. page["events"]!.AsArray().Select(one => FormattableString.Invariant($"{((long)one!["timestamp"]! - begin) / 1000.0} {one["message"]}"))];
    }

    private static string Text(JsonNode page) => string.Join(' ', page["events"]!.AsArray().Select(one => (string)one!["message"]!));
}
