using EcsTools.Local.Api;
using EcsTools.Local.Engine;
using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Http;

/// <summary>Takes each HTTP request to the operation or control path it asks for, and its answer back.</summary>
internal sealed class RequestRouter(EcsEngine engine, LaggingReads? lagging, ControlPaths control, LocalTime time, EcsLocalOptions options)
{
    private readonly DataChannel channel = new(engine.Sessions);

    private const string TargetPrefix = "AmazonEC2ContainerServiceV20141113.";

    /// <summary>
    /// Handles a request. Null drops the connection. An internal error of the local ECS is returned to the caller, and doesn't end the
    /// server.
    /// </summary>
    public async Task<Answer?> AnswerAsync(HttpRequest request)
    {
        try
        {
            return await RouteAsync(request);
        }
        catch (Exception e)
        {
            engine.Note(request.Header("X-Amz-Target") ?? $"{request.Method} {request.Path}", e);
            return Answer.Error(500, "ServerException", $"{e.GetType().Name}: {e.Message}");
        }
    }

    private async Task<Answer?> RouteAsync(HttpRequest request)
    {
        // A web page that resolved its own name to 127.0.0.1 gives itself away by the name.
        if (!IsLoopback(request.Header("Host"))) return Answer.Text(403, "The local ECS answers only requests to a loopback address.");
        var path = request.Path;
        if (path.StartsWith("/_local/", StringComparison.Ordinal)) return control.Handle(request);
        if (path.StartsWith(DataChannel.Path, StringComparison.Ordinal)) return channel.Open(request);
        if (path != "/") return Answer.Text(404, $"There is nothing at {path}. The ECS API is at /, the control paths are under /_local/.");
        return request.Method switch
        {
            "POST" => await CallAsync(request),
            "GET" or "HEAD" =>
                Answer.Text(
                    200, "This is a local ECS of EcsTools. It implements the ECS API: use this URL as the endpoint URL of an AWS client."),
            var other => Answer.Text(405, $"{other} isn't supported here. The ECS API uses POST."),
        };
    }

    private async Task<Answer?> CallAsync(HttpRequest request)
    {
        try
        {
            var handler = Handler(request.Header("X-Amz-Target"));
            if (engine.React(handler.Operation.Name) is { } reaction)
            {
                if (reaction.Latency > TimeSpan.Zero) await time.DelayAsync(reaction.Latency, CancellationToken.None);
                if (reaction.DropsConnection) return null;
                if (reaction.Fault is { } fault) throw fault;
            }

            return Answer.Of(Call(handler, request));
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

    private IStructure Call(Handler handler, HttpRequest request)
    {
        var (account, region) = SignatureScope.Read(request.Header("Authorization"), options);
        var url = $"http://{request.Header("Host")}/";
        if (lagging is null) return Handle(engine);
        return handler.IsRead ? lagging.Read(Handle) : Handle(engine);

        // Read once for each engine that handles it, so that no two of them share what they keep of it.
        IStructure Handle(EcsEngine by)
        {
            var input = handler.Operation.ReadRequest(request.Body.Length == 0 ? "{}"u8 : request.Body);
            return by.Run(account, region, state =>
            {
                if (by == engine) lagging?.Repeat(by.Now, past => Handle(past));
                // what is written later must not be what the next request changes
                return handler.Handle(new Call(by, state, url), input).Copy();
            });
        }
    }

    private static Handler Handler(string? target)
    {
        const string unknown = "UnknownOperationException";
        if (string.IsNullOrEmpty(target))
            throw new EcsFault(unknown, "The request names no operation: the header X-Amz-Target is missing.");
        if (Handlers.FindTarget(target) is { } handler) return handler;
        var name = target.StartsWith(TargetPrefix, StringComparison.Ordinal) ? target[TargetPrefix.Length..] : target;
        throw new EcsFault(unknown, $"ECS has no operation {name}.");
    }

    private static bool IsLoopback(string? host) =>
        host is not null && Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var url) && url.IsLoopback;
}
