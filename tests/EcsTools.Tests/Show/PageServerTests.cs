using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Show;

/// <summary>The server of the page: who is let in, and what is served.</summary>
public sealed class PageServerTests : IDisposable
{
    private readonly EcsPrompt prompt = Shop.Open();
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly Uri url;

    public PageServerTests()
    {
        prompt.Run("$null = New-EcsService web -TaskDefinition web -DesiredCount 3 -Wait").Clean();
        url = new Uri(prompt.Run("Show-EcsCluster -NoBrowser -PassThru").One<string>());
    }

    public void Dispose()
    {
        http.Dispose();
        prompt.Dispose();
    }

    [Fact]
    public async Task Nothing_is_served_without_the_key()
    {
        foreach (var path in new[] { "/", "/index.html", "/page.js", "/events", "/timeline", "/status", "/details", "/log", "/act", "/x" + url.AbsolutePath, url.AbsolutePath[..^2] + "/page.js", url.AbsolutePath.ToUpperInvariant() + "page.js" })
        {
            using var answer = await http.GetAsync(new Uri(url, path), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Host", "127.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData("Host", "127.0.0.1.evil.example:1", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task Other_hosts_and_origins_are_refused(string header, string value, HttpStatusCode status)
    {
        foreach (var path in new[] { "", "page.js", "timeline", "status" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, path));
            if (header == "Host") request.Headers.Host = value;
            else request.Headers.Add(header, value);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Other_verbs_are_refused(string verb)
    {
        foreach (var path in new[] { "", "page.js", "timeline", "events", "details", "nothing" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(url, path));
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Each_answer_forbids_what_comes_from_elsewhere()
    {
        foreach (var path in new[] { "", "page.js", "style.css", "timeline", "nothing" })
        {
            using var answer = await http.GetAsync(new Uri(url, path), TestContext.Current.CancellationToken);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Pages_share_one_reader_and_without_a_page_nothing_is_read()
    {
        Assert.Equal(0, (int)(await Status())["calls"]!);
        using var one = await Listen();
        await one.Until("event: now");
        var looks = (int)(await Status())["looks"]!;
        var others = new List<Listener>();
        for (var i = 0; i < 50; i++) others.Add(await Listen());
        foreach (var other in others) await other.Until("event: now");
        var after = await Status();

        Assert.True((int)after["calls"]! <= ((int)after["looks"]! + 1) * 8, $"{after} after {looks} looks");
        foreach (var other in others) other.Dispose();
    }

    [Fact]
    public async Task A_change_is_sent_as_a_step_and_a_page_that_comes_back_gets_only_what_it_missed()
    {
        using var page = await Listen();
        var first = JsonNode.Parse(await page.Until("data: {\"number\""))!;
        Assert.Equal(3, first["set"]!["task"]!.AsArray().Count);

        prompt.Run("$null = Update-EcsService web -DesiredCount 5 -Wait").Clean();
        var step = JsonNode.Parse(await page.Until("data: {\"number\""))!;
        while (step["set"]!["service"]?[0]!["running"]!.GetValue<int>() != 5) step = JsonNode.Parse(await page.Until("data: {\"number\""))!;
        using var again = await Listen((int)step["number"]! - 1);

        Assert.DoesNotContain("restart", await again.Until("event:", skip: 0), StringComparison.Ordinal);
        Assert.Equal(step.ToJsonString(), JsonNode.Parse(await again.Until("data: {\"number\""))!.ToJsonString());
    }

    [Fact]
    public async Task Details_are_the_description_of_ECS()
    {
        var task = (string)prompt.Run("(Get-EcsTask)[0].TaskArn").Output[0].BaseObject;

        var details = JsonNode.Parse(await http.GetStringAsync(new Uri(url, $"details?kind=task&cluster=shop&id={task.Split('/')[^1]}"), TestContext.Current.CancellationToken))!;

        Assert.Equal(task, (string)details["taskArn"]!);
        using var missing = await http.GetAsync(new Uri(url, "details?kind=task&cluster=other&id=x"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_local_ECS_can_be_acted_on()
    {
        var instance = (string)prompt.Run("(Get-EcsContainerInstance)[0].ContainerInstanceArn").Output[0].BaseObject;

        await Act($$"""{ "do": "drain", "cluster": "shop", "id": "{{instance.Split('/')[^1]}}" }""", HttpStatusCode.OK);
        await Act("""{ "do": "step" }""", HttpStatusCode.OK);
        await Act("""{ "do": "settle" }""", HttpStatusCode.OK);

        Assert.Equal("DRAINING", prompt.Run($"(Get-EcsContainerInstance '{instance}').Status").Output[0].BaseObject);
        Assert.Equal(0, prompt.Run($"(Get-EcsContainerInstance '{instance}').RunningTasksCount").Output[0].BaseObject);
        await Act($$"""{ "do": "activate", "cluster": "shop", "id": "{{instance.Split('/')[^1]}}" }""", HttpStatusCode.OK);
        Assert.Equal("ACTIVE", prompt.Run($"(Get-EcsContainerInstance '{instance}').Status").Output[0].BaseObject);
        await Act("""{ "do": "advance", "seconds": -1 }""", HttpStatusCode.Conflict);
        await Act("""{ "do": "fly" }""", HttpStatusCode.BadRequest);
        await Act("[", HttpStatusCode.BadRequest);
        await Act("""{ "do": "drain", "cluster": "other", "id": "x" }""", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Things_of_a_local_ECS_can_be_broken_and_repaired()
    {
        var task = prompt.Run("(Get-EcsTask)[0].Id").One<string>();
        var instance = prompt.Run("(Get-EcsContainerInstance -First 1).Id").One<string>();

        await Act($$"""{ "do": "stopTask", "cluster": "shop", "id": "{{task}}" }""", HttpStatusCode.OK);
        Assert.Equal("Stopped on the page of the local ECS", prompt.Run($"(Get-EcsTask {task}).StoppedReason").One<string>());
        await Act("""{ "do": "failImage", "service": "web" }""", HttpStatusCode.OK);
        await Act($$"""{ "do": "endInstance", "cluster": "shop", "id": "{{instance}}" }""", HttpStatusCode.OK);
        await Act("""{ "do": "advance", "seconds": 60 }""", HttpStatusCode.OK);
        Assert.DoesNotContain(instance, prompt.Run("(Get-EcsContainerInstance).Id").All<string>());
        Assert.Contains(prompt.Run("(Get-EcsTask -ServiceName web -DesiredStatus STOPPED).StoppedReason").All<string>(), reason => reason.Contains("CannotPullContainerError", StringComparison.Ordinal));

        await Act("""{ "do": "throttle" }""", HttpStatusCode.OK);
        Assert.Equal("*", Assert.Single(prompt.Run("Get-EcsLocalBehavior | Where-Object Operation").Output).Properties["Operation"].Value);
        await Act("""{ "do": "calm" }""", HttpStatusCode.OK);
        Assert.Empty(prompt.Run("Get-EcsLocalBehavior").Output);
    }

    [Fact]
    public async Task The_clock_of_a_local_ECS_plays_until_it_is_paused()
    {
        var before = prompt.Run("(Get-EcsLocal).Time").One<DateTime>();
        await Act("""{ "do": "play", "speed": 600 }""", HttpStatusCode.OK);
        while (prompt.Run("(Get-EcsLocal).Time").One<DateTime>() < before.AddMinutes(2)) await Task.Yield();
        await Act("""{ "do": "pause" }""", HttpStatusCode.OK);
        await Act("""{ "do": "play", "speed": 0 }""", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_clock_that_runs_by_itself_is_paused_advanced_and_goes_on_at_another_speed()
    {
        using var other = new EcsPrompt();
        var page = new Uri(other.Run("$null = Start-EcsLocal -TimeScale 60; $null = New-EcsCluster shop; Show-EcsCluster shop -NoBrowser -PassThru").One<string>());
        using var listener = new Listener(await http.GetStreamAsync(new Uri(page, "events"), TestContext.Current.CancellationToken));
        await Sees("x60");
        await Act("""{ "do": "pause" }""", HttpStatusCode.OK, page);
        await Sees("Paused");
        var before = other.Run("(Get-EcsLocal).Time").One<DateTime>();
        await Act("""{ "do": "advance", "seconds": 90 }""", HttpStatusCode.OK, page);
        await Act("""{ "do": "settle" }""", HttpStatusCode.OK, page);
        Assert.Equal(before.AddSeconds(90), other.Run("(Get-EcsLocal).Time").One<DateTime>());
        await Act("""{ "do": "play", "speed": 5 }""", HttpStatusCode.OK, page);
        await Sees("x5");

        async Task Sees(string pace)
        {
            string? seen = null;
            while (seen != pace) seen = (string?)JsonNode.Parse(await listener.Until("data: {\"number\""))!["set"]!["clock"]?[0]?["pace"];
        }
    }

    [Fact]
    public async Task The_log_of_a_task_is_shown_with_its_times_and_containers()
    {
        prompt.Run("""
            $null = Register-EcsTaskDefinition job -ContainerDefinition @{ name = 'job'; image = 'job'; memory = 128; logConfiguration = @{ logDriver = 'awslogs'; options = @{ 'awslogs-group' = '/job'; 'awslogs-region' = 'us-east-1'; 'awslogs-stream-prefix' = 'job' } } }
            $null = Set-EcsLocalBehavior -Family job -Output 'listening <b>on</b> 8080', 'ready'
            """).Clean();
        var task = prompt.Run("$task = Start-EcsTask job; $null = Step-EcsLocal 60; $task.Id").One<string>();

        var log = await http.GetStringAsync(new Uri(url, $"log?cluster=shop&id={task}"), TestContext.Current.CancellationToken);

        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d job  listening <b>on</b> 8080\n.* job  ready$", log.Trim());
        var other = prompt.Run("(Get-EcsTask -ServiceName web)[0].Id").One<string>();
        Assert.Equal("The log of this task isn't in CloudWatch Logs.", (await http.GetStringAsync(new Uri(url, $"log?cluster=shop&id={other}"), TestContext.Current.CancellationToken)).Trim());
        using var missing = await http.GetAsync(new Uri(url, "log?cluster=shop&id=0123456789abcdef0123456789abcdef"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task The_page_ends_with_Hide_EcsCluster_and_with_its_session()
    {
        prompt.Run("Hide-EcsCluster; Hide-EcsCluster").Clean();
        Assert.False(await Answers(url));

        var again = new Uri(prompt.Run("Show-EcsCluster shop -NoBrowser -PassThru").One<string>());
        Assert.True(await Answers(again));
        prompt.Close();
        Assert.False(await Answers(again));
    }

    [Fact]
    public void A_cluster_that_is_not_there_is_an_error_and_the_others_are_shown()
    {
        var said = prompt.Run("Show-EcsCluster shop, nope -NoBrowser -PassThru");

        Assert.Single(said.Output);
        Assert.StartsWith("MISSING", said.Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    // Asks for the page itself: another server of this machine can get the port at once.
    private async Task<bool> Answers(Uri page)
    {
        try
        {
            using var answer = await http.GetAsync(page, TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task Act(string json, HttpStatusCode status, Uri? page = null)
    {
        using var content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await http.PostAsync(new Uri(page ?? url, "act"), content, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<JsonNode> Status() => JsonNode.Parse(await http.GetStringAsync(new Uri(url, "status"), TestContext.Current.CancellationToken))!;

    private async Task<Listener> Listen(int after = -1) => new(await http.GetStreamAsync(new Uri(url, $"events?after={after}"), TestContext.Current.CancellationToken));

    private sealed class Listener(Stream stream) : IDisposable
    {
        private readonly StreamReader reader = new(stream);

        /// <summary>The rest of the next line that begins so, behind its <c>data: </c>.</summary>
        public async Task<string> Until(string beginning, int skip = 6)
        {
            while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith(beginning, StringComparison.Ordinal)) return line[skip..];
            }

            throw new IOException("The stream ended.");
        }

        public void Dispose() => reader.Dispose();
    }
}
