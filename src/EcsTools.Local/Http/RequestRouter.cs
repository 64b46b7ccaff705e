using System.Net;
using EcsTools.Local.Api;
using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local;

/// <summary>Takes each HTTP request to the operation or control path it asks for, and its answer back.</summary>
internal sealed class RequestRouter(EcsEngine engine, LaggingReads? lagging, ControlPaths control, LocalTime time, EcsLocalOptions options)
{
    private const string TargetPrefix = "AmazonEC2ContainerServiceV20141113.";
    private const int LargestRequest = 64 << 20;

    public async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            if (await SafelyAsync(context.Request) is { } answer) await SendAsync(context, answer);
            else Drop(context.Response);
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            context.Response.Abort(); // the caller has gone
        }
    }

    // A fault of the local ECS is told to the caller, and does not end the server. No answer means to drop the connection.
    private async Task<Answer?> SafelyAsync(HttpListenerRequest request)
    {
        try
        {
            return await RouteAsync(request);
        }
        catch (Exception e)
        {
            return Answer.Error(500, "ServerException", $"{e.GetType().Name}: {e.Message}");
        }
    }

    private async Task<Answer?> RouteAsync(HttpListenerRequest request)
    {
        // A web page that resolved its own name to 127.0.0.1 gives itself away by the name.
        if (!IsLoopback(request.UserHostName)) return Answer.Text(403, "The local ECS answers only requests to a loopback address.");
        var path = "/" + request.Url?.AbsolutePath.TrimStart('/'); // a base URL that ends in a slash makes it double
        if (path.StartsWith("/_local/", StringComparison.Ordinal)) return await control.AnswerAsync(request, path);
        if (path != "/") return Answer.Text(404, $"There is nothing at {path}. The ECS API is at /, the control paths are under /_local/.");
        return request.HttpMethod switch
        {
            "POST" => await CallAsync(request),
            "GET" => Answer.Text(200, "This is a local ECS of EcsTools. It speaks the ECS API: point an AWS client's endpoint URL here."),
            var other => Answer.Text(405, $"{other} means nothing here. The ECS API takes POST."),
        };
    }

    private async Task<Answer?> CallAsync(HttpListenerRequest request)
    {
        if (request.ContentLength64 > LargestRequest) return Answer.Error(413, "RequestEntityTooLargeException", "The request is larger than 64 MiB.");
        var body = await request.ReadBodyAsync();
        try
        {
            var handler = Handler(request.Headers["X-Amz-Target"]);
            if (engine.React(handler.Operation.Name) is { } reaction)
            {
                if (reaction.Latency > TimeSpan.Zero) await time.DelayAsync(reaction.Latency, CancellationToken.None);
                if (reaction.DropsConnection) return null;
                if (reaction.Fault is { } fault) throw fault;
            }

            return Answer.Of(Call(handler, request, body));
        }
        catch (EcsFault fault)
        {
            return Answer.Of(fault);
        }
        catch (WireException e)
        {
            return Answer.Error(400, "SerializationException", e.Message);
        }
    }

    private IStructure Call(Handler handler, HttpListenerRequest request, byte[] body)
    {
        var (account, region) = SignatureScope.Read(request.Headers["Authorization"], options);
        var url = $"http://{request.UserHostName}/";
        if (lagging is null) return Handle(engine);
        return handler.IsRead ? lagging.Read(Handle) : Handle(engine);

        // Read once for each engine that handles it, so that no two of them share what they keep of it.
        IStructure Handle(EcsEngine by)
        {
            var input = handler.Operation.ReadRequest(body.Length == 0 ? "{}"u8 : body);
            return by.Run(account, region, state =>
            {
                if (by == engine) lagging?.Repeat(by.Now, past => Handle(past));
                return handler.Handle(new Call(by, state, url), input);
            });
        }
    }

    private static Handler Handler(string? target)
    {
        const string unknown = "UnknownOperationException";
        if (string.IsNullOrEmpty(target)) throw new EcsFault(unknown, "The request names no operation: the header X-Amz-Target is missing.");
        var name = target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : target;
        if (Handlers.Find(name) is { } handler && name != target) return handler;
        throw new EcsFault(unknown, $"ECS has no operation {name}.");
    }

    // Aborting alone would send an empty answer; one that breaks off before its end is none.
    private static void Drop(HttpListenerResponse response)
    {
        response.ContentLength64 = 1;
        response.Abort();
    }

    private static async Task SendAsync(HttpListenerContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength64 = answer.Body.Length;
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (context.Request.HttpMethod != "HEAD") await response.OutputStream.WriteAsync(answer.Body);
        response.Close();
    }

    private static bool IsLoopback(string? host) =>
        host is not null && Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var url) && url.IsLoopback;
}
