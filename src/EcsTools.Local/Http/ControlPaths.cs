using System.Net;
using EcsTools.Local.Engine;

namespace EcsTools.Local;

/// <summary>What a local ECS can be told that no real one can. The header it takes is one that no web page can send unasked.</summary>
internal sealed class ControlPaths(EcsEngine engine, LaggingReads? lagging, ClockPath clock)
{
    private const string Header = "X-EcsTools-Local";

    public async Task<Answer> AnswerAsync(HttpListenerRequest request, string path)
    {
        if (request.Headers[Header] is null) return Answer.Text(403, $"Control paths take requests with the header {Header} only, of any value.");
        return (request.HttpMethod, path) switch
        {
            ("POST", "/_local/reset") => Reset(),
            ("GET", "/_local/state") => Answer.Json(engine.Save()),
            ("PUT", "/_local/state") => await LoadAsync(request),
            ("GET", "/_local/clock") => clock.Show(),
            ("POST", "/_local/clock") => await clock.MoveAsync(request),
            _ => Answer.Text(404, $"There is no {request.HttpMethod} {path}. There are POST /_local/reset, GET and PUT /_local/state, GET and POST /_local/clock."),
        };
    }

    /// <summary>Replaces the whole state, for reads too.</summary>
    /// <exception cref="StateException">The JSON is no state. Nothing was changed.</exception>
    public void Load(ReadOnlyMemory<byte> json)
    {
        engine.Load(json.Span);
        lagging?.Replace(past => past.Load(json.Span));
    }

    private Answer Reset()
    {
        engine.Reset();
        lagging?.Replace(past => past.Reset());
        return Answer.Text(200, "All state is gone.");
    }

    private async Task<Answer> LoadAsync(HttpListenerRequest request)
    {
        using var document = new MemoryStream();
        await request.InputStream.CopyToAsync(document);
        try
        {
            Load(document.ToArray());
            return Answer.Text(200, "The state was replaced.");
        }
        catch (StateException e)
        {
            return Answer.Text(400, $"Nothing was changed, for this is no state of a local ECS: {e.Message}");
        }
    }
}
