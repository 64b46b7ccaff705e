using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EcsTools.Local;
using EcsTools.Local.Http;

namespace EcsTools.Tests.Local;

/// <summary>The clock over HTTP, for tests in other languages.</summary>
public class ClockPathTests
{
    [Fact]
    public async Task It_tells_the_time_and_whether_anything_is_left_to_happen()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        var clock = await Clock(ecs);
        Assert.Equal(("Manual", "2026-01-01T00:00:00+00:00", true), ((string)clock["clock"]!, (string)clock["time"]!, (bool)clock["isSettled"]!));
        await ecs.Definition();
        await ecs.Call("RunTask", """{ "taskDefinition": "web" }""");
        Assert.False((bool)(await Clock(ecs))["isSettled"]!);
    }

    [Fact]
    public async Task It_is_advanced_by_seconds_or_until_everything_has_settled()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(1);
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 1 }""");
        var (status, body) = await ecs.Control(HttpMethod.Post, "/_local/clock", """{ "advanceSeconds": 1.5 }""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("2026-01-01T00:00:01.5+00:00", (string)JsonNode.Parse(body)!["time"]!);
        Assert.Equal(0, (int)(await ecs.Service())["runningCount"]!);

        (_, body) = await ecs.Control(HttpMethod.Post, "/_local/clock", """{ "settleWithinSeconds": 600 }""");
        Assert.True((bool)JsonNode.Parse(body)!["isSettled"]!);
        Assert.Equal(1, (int)(await ecs.Service())["runningCount"]!);
    }

    [Theory]
    [InlineData("{}", "either advanceSeconds or settleWithinSeconds")]
    [InlineData("""{ "advanceSeconds": -1 }""", "from 0")]
    [InlineData("""{ "advanceSeconds": 1, "settleWithinSeconds": 1 }""", "either")]
    [InlineData("""{ "advance": 1 }""", "advance")]
    [InlineData("no json", "wasn't changed")]
    public async Task What_it_cannot_take_is_said(string body, string said)
    {
        using var ecs = new LocalEcs();
        var (status, answer) = await ecs.Control(HttpMethod.Post, "/_local/clock", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.Equal("2026-01-01T00:00:00+00:00", (string)(await Clock(ecs))["time"]!);
    }

    [Fact]
    public async Task A_clock_that_runs_by_itself_is_paused_made_faster_and_advanced()
    {
        var real = new ManualClock();
        using var server = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ScaledClock(60, real) });
        server.Start();
        using var http = new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { { "X-EcsTools-Local", "1" } } };
        Assert.Equal(("x60", 60, false, "2026-01-01T00:00:00+00:00"), await Post(null));
        Assert.Equal(("Paused", 60, true, "2026-01-01T00:00:00+00:00"), await Post("""{ "isPaused": true }"""));
        real.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(("Paused", 60, true, "2026-01-01T00:00:30+00:00"), await Post("""{ "advanceSeconds": 30 }"""));
        Assert.Equal(("x2", 2, false, "2026-01-01T00:00:30+00:00"), await Post("""{ "isPaused": false, "speed": 2 }"""));
        real.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(("x2", 2, false, "2026-01-01T00:01:00+00:00"), await Post(null));

        async Task<(string, double, bool, string)> Post(string? json)
        {
            using var body = new StringContent(json ?? "", Encoding.UTF8);
            using var answer = json is null ? await http.GetAsync("/_local/clock", TestContext.Current.CancellationToken) : await http.PostAsync("/_local/clock", body, TestContext.Current.CancellationToken);
            var clock = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            return ((string)clock["clock"]!, (double)clock["speed"]!, (bool)clock["isPaused"]!, (string)clock["time"]!);
        }
    }

    [Theory]
    [InlineData("""{ "isPaused": true }""", HttpStatusCode.Conflict)]
    [InlineData("""{ "speed": 2 }""", HttpStatusCode.Conflict)]
    [InlineData("""{ "speed": 0 }""", HttpStatusCode.BadRequest)]
    [InlineData("""{ "speed": 2, "advanceSeconds": 1 }""", HttpStatusCode.BadRequest)]
    public async Task A_manual_clock_has_no_speed(string body, HttpStatusCode status)
    {
        using var ecs = new LocalEcs();
        Assert.Equal(status, (await ecs.Control(HttpMethod.Post, "/_local/clock", body)).Status);
    }

    private static async Task<JsonNode> Clock(LocalEcs ecs) => JsonNode.Parse((await ecs.Control(HttpMethod.Get, "/_local/clock")).Body)!;
}
