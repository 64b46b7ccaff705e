using System.Globalization;
using System.Text.Json;
using EcsTools.Local.Http;
using EcsTools.Show.Timelines;

namespace EcsTools.Show.Serving;

/// <summary>Serves the page on loopback: its files, what was seen, and details. Only a local ECS can be acted on.</summary>
internal sealed class ShowServer : IDisposable
{
    private readonly LoopbackListener listener;
    private readonly RequestGuard guard;
    private readonly Watcher watcher;
    private readonly Details details;
    private readonly LocalActions? actions;
    private readonly Func<long> calls;

    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="watcher">The reader of the clusters. It ends with the server.</param>
    /// <param name="details">The source of the full description of a resource.</param>
    /// <param name="actions">The actions on a local ECS; null for other endpoints, which are only read.</param>
    /// <param name="calls">The number of calls so far.</param>
    /// <exception cref="IOException">The port is in use, or not allowed.</exception>
    public ShowServer(int port, Watcher watcher, Details details, LocalActions? actions, Func<long> calls)
    {
        (this.watcher, this.details, this.actions, this.calls) = (watcher, details, actions, calls);
        var key = RequestGuard.NewKey();
        listener = new LoopbackListener(port, AnswerAsync);
        guard = new RequestGuard(listener.Port, key);
        Url = new Uri($"http://127.0.0.1:{listener.Port}/{key}/");
    }

    /// <summary>The URL of the page, with the key.</summary>
    public Uri Url { get; }

    /// <summary>The frames that were read.</summary>
    public Watcher Watcher => watcher;

    /// <summary>Ends the page.</summary>
    public void Dispose()
    {
        listener.Close();
        watcher.Dispose();
        details.Dispose();
        actions?.Dispose();
    }

    private async Task<Answer?> AnswerAsync(HttpRequest request)
    {
        var answer = guard.Refuse(request, out var path) ?? await RouteAsync(request, path);
        return answer with { Headers = answer.Headers + RequestGuard.Headers };
    }

    private async Task<Answer> RouteAsync(HttpRequest request, string path)
    {
        if (path == "act" && actions is not null) return request.Method == "POST" ? await actions.Do(request) : NotAllowed("POST");
        if (request.Method is not ("GET" or "HEAD")) return NotAllowed("GET, HEAD");
        return path switch
        {
            "" => PageFiles.Find("index.html")!.Value,
            "/" => new Answer(302, "text/plain; charset=utf-8", default) { Headers = $"Location: {Url.AbsolutePath}\r\n" },
            "events" when request.Method == "GET" =>
                new Answer(
                    200,
                    "text/event-stream",
                    default)
                {
                    Writes = (stream, gone) => EventStream.Write(watcher, After(request), stream, gone),
                },
            "timeline" => Json(watcher.Timeline.Write),
            "status" => Json(Status),
            "details" => await details.Find(request.Query("kind"), request.Query("cluster"), request.Query("id")),
            "log" => await details.Log(request.Query("cluster"), request.Query("id")),
            _ => PageFiles.Find(path) ?? Answer.Text(404, "There is no such file."),
        };
    }

    private static Answer NotAllowed(string allowed) =>
        Answer.Text(405, $"The page takes {allowed} only.") with { Headers = $"Allow: {allowed}\r\n" };

    private static long After(HttpRequest request) =>
        long.TryParse(
            request.Header("Last-Event-ID") ?? request.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    private void Status(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("calls", calls());
        writer.WriteNumber("looks", watcher.Looks);
        writer.WriteBoolean("isLocal", actions is not null);
        writer.WriteEndObject();
    }

    private static Answer Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) write(writer);
        return Answer.Json(stream.ToArray());
    }
}
