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
    [InlineData("no json", "wasn't advanced")]
    public async Task What_it_cannot_take_is_said(string body, string said)
    {
        using var ecs = new LocalEcs();
        var (status, answer) = await ecs.Control(HttpMethod.Post, "/_local/clock", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.Equal("2026-01-01T00:00:00+00:00", (string)(await Clock(ecs))["time"]!);
    }

    [Fact]
    public async Task Only_a_manual_clock_can_be_moved()
    {
        using var server = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ScaledClock(60) });
        server.Start();
        using var http = new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { { "X-EcsTools-Local", "1" } } };
        using var body = new StringContent("""{ "advanceSeconds": 1 }""", Encoding.UTF8);
        var answer = await http.PostAsync("/_local/clock", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("x60", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Clock(LocalEcs ecs) => JsonNode.Parse((await ecs.Control(HttpMethod.Get, "/_local/clock")).Body)!;
}
