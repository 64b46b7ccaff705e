using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EcsTools.Tests.Client;

/// <summary>A request as it was received.</summary>
internal sealed record Received(string Method, string RawUrl, IReadOnlyDictionary<string, string> Headers, byte[] Body, IPEndPoint From)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>An HTTP server on loopback that keeps what it receives and plays scripted answers, the last one for ever.</summary>
internal sealed class HttpPeer : IDisposable
{
    private readonly HttpListener listener;
    private readonly Func<HttpListenerContext, Task>[] script;
    private readonly ConcurrentQueue<Received> received = new();
    private int count;

    public HttpPeer(params Func<HttpListenerContext, Task>[] script)
    {
        this.script = script;
        (listener, Url) = Listen();
        _ = Task.Run(ServeAsync);
    }

    public string Url { get; }

    public IReadOnlyList<Received> Received => [.. received];

    public static Func<HttpListenerContext, Task> Ok(string json) => context => AnswerAsync(context, 200, json);

    public static Func<HttpListenerContext, Task> Error(int status, string code, string message = "no") =>
        context => AnswerAsync(context, status, $$"""{"__type":"{{code}}","message":"{{message}}"}""");

    public static Func<HttpListenerContext, Task> Text(int status, string text) => context => AnswerAsync(context, status, text);

    /// <summary>Ends the connection in the middle of the answer.</summary>
    public static async Task Drop(HttpListenerContext context)
    {
        context.Response.ContentLength64 = 1000;
        await context.Response.OutputStream.WriteAsync("{"u8.ToArray());
        await context.Response.OutputStream.FlushAsync();
        context.Response.Abort();
    }

    /// <summary>Sends nothing until the test ends it, and signals when the request has arrived.</summary>
    public static Func<HttpListenerContext, Task> Hang(TaskCompletionSource begun, Task end) => async context =>
    {
        begun.SetResult();
        await end;
        context.Response.Abort();
    };

    /// <summary>Announces a longer response than it sends, and then sends nothing until the test ends it.</summary>
    public static Func<HttpListenerContext, Task> HangInBody(TaskCompletionSource begun, Task end) => async context =>
    {
        context.Response.ContentLength64 = 1000;
        await context.Response.OutputStream.WriteAsync("{"u8.ToArray());
        await context.Response.OutputStream.FlushAsync();
        begun.SetResult();
        await end;
        context.Response.Abort();
    };

    public static async Task AnswerAsync(HttpListenerContext context, int status, string text, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = $"request-{status}";
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        var body = Encoding.UTF8.GetBytes(text);
        context.Response.ContentLength64 = body.Length;
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }

    public void Dispose() => listener.Close();

    private static (HttpListener Listener, string Url) Listen()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add(url);
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException)
            {
                listener.Close(); // someone else took the port in between
            }
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context));
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed: the test is over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var headers = context.Request.Headers;
        received.Enqueue(new Received(
            context.Request.HttpMethod,
            context.Request.RawUrl!,
            headers.AllKeys.ToDictionary(k => k!.ToLowerInvariant(), k => headers[k]!),
            body.ToArray(),
            context.Request.RemoteEndPoint));
        var turn = Interlocked.Increment(ref count) - 1;
        await script[Math.Min(turn, script.Length - 1)](context);
    }
}
