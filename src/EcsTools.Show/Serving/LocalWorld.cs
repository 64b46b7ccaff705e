using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EcsTools.Show.Pictures;

namespace EcsTools.Show.Serving;

/// <summary>The control paths of a local ECS, in this process or another one.</summary>
internal sealed class LocalWorld : IDisposable
{
    private readonly HttpClient http;

    private LocalWorld(HttpClient http) => this.http = http;

    /// <summary>The local ECS at an endpoint; null if something else answers there.</summary>
    public static async Task<LocalWorld?> Find(Uri endpoint)
    {
        if (!endpoint.IsLoopback) return null;
        var http = new HttpClient { BaseAddress = endpoint, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Add("X-EcsTools-Local", "page");
        var world = new LocalWorld(http);
        try
        {
            _ = await world.Look();
            return world;
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException or OperationCanceledException)
        {
            world.Dispose();
            return null;
        }
    }

    /// <summary>The time, and the clock that has it.</summary>
    public async Task<Moment> Look()
    {
        var clock = await Send(HttpMethod.Get, "_local/clock");
        var (time, speed) = ((DateTimeOffset)clock["time"]!, (double?)clock["speed"]);
        var isStill = speed is null || (bool?)clock["isPaused"] == true;
        return new(time, new("clock", (string)clock["clock"]!, speed, isStill ? time : null));
    }

    /// <summary>Advances the clock, or changes how it runs.</summary>
    public Task<JsonNode> Change(JsonObject by) => Send(HttpMethod.Post, "_local/clock", by);

    /// <summary>Adds a behavior to those of a list: tasks, instances or api.</summary>
    public async Task Add(string list, JsonObject behavior)
    {
        var behaviors = (await Send(HttpMethod.Get, "_local/behavior")).AsObject();
        if (behaviors[list] is not JsonArray all) behaviors[list] = all = [];
        all.Add(behavior);
        await Send(HttpMethod.Put, "_local/behavior", behaviors);
    }

    /// <summary>Removes all behaviors.</summary>
    public Task Clear() => Send(HttpMethod.Delete, "_local/behavior");

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> Send(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode) throw new HttpRequestException(text.Trim());
        return response.Content.Headers.ContentType?.MediaType == "application/json"
            ? JsonNode.Parse(text)!
            : new JsonObject { ["answer"] = text };
    }
}
