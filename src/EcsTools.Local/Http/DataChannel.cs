using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using EcsTools.Local.Sessions;

namespace EcsTools.Local.Http;

/// <summary>The WebSockets of sessions: a request that upgrades its connection, at the path of an open session.</summary>
internal sealed class DataChannel(LocalSessions sessions)
{
    public const string Path = "/v1/data-channel/";

    private const string Protocol = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Answers with the upgrade. A request of a web page, which has an origin, is rejected.</summary>
    public Answer Open(HttpRequest request)
    {
        if (request.Header("Origin") is not null) return Answer.Text(403, "Sessions aren't for web pages.");
        if (request.Header("Sec-WebSocket-Key") is not { } key
            || request.Header("Upgrade")?.Equals("websocket", StringComparison.OrdinalIgnoreCase) != true)
            return Answer.Text(426, "A session is a WebSocket.");
        if (sessions.Find(request.Path[Path.Length..]) is not { } session) return Answer.Text(404, "There is no such session.");
        return new(101, "", default) { Accept = AcceptOf(key), Upgraded = stream => Serve(stream, session) };
    }

    [SuppressMessage("Security", "CA5350",
        Justification = "RFC 6455 says SHA-1. It protects nothing: it shows that the server speaks the protocol.")]
    private static string AcceptOf(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Protocol)));

    private static async Task Serve(Stream stream, LocalSession session)
    {
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
        try
        {
            await session.AttachAsync(socket);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            // The client has gone.
        }
    }
}
