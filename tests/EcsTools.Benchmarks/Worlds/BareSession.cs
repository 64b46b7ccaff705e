using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcsTools.Model.Sessions;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>The least that a client of a session can do: the round trips that the protocol needs, nothing sent again, nothing encrypted.</summary>
internal static class BareSession
{
    private const string Answer = """{"ClientVersion":"1.2.0.0","ProcessedClientActions":[{"ActionType":"SessionType","ActionStatus":1,"ActionResult":null,"Error":""}],"Errors":[]}""";

    /// <summary>Runs a command in a task, and reads its output to the exit code.</summary>
    public static async Task RunAsync(BareClient client, string task, string command)
    {
        var body = JsonSerializer.Serialize(new { task, interactive = true, command = CommandScript.Wrap(command) });
        using var opened = JsonDocument.Parse(await client.AskAsync("ExecuteCommand", body));
        var session = opened.RootElement.GetProperty("session");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(session.GetProperty("streamUrl").GetString()!), CancellationToken.None);
        await socket.SendAsync(SessionJson.Open(session.GetProperty("tokenValue").GetString()!, Guid.NewGuid()), WebSocketMessageType.Text, true, CancellationToken.None);
        await Talk(socket);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None);
    }

    private static async Task Talk(ClientWebSocket socket)
    {
        var (buffer, shown, sequence, key) = (new byte[64 << 10], "", 0, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        while (!shown.Contains($"E{key}:", StringComparison.Ordinal))
        {
            var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (AgentMessage.Read(buffer.AsMemory(0, part.Count)) is not { Type: MessageTypes.Output } message) continue;
            await Send(new(MessageTypes.Acknowledge, 0, Guid.NewGuid(), PayloadType.None, SessionJson.Acknowledge(message)));
            if (message.PayloadType == PayloadType.HandshakeRequest) await Send(Input(PayloadType.HandshakeResponse, Answer));
            if (message.PayloadType == PayloadType.HandshakeComplete) await Send(Input(PayloadType.Data, $"{key}\n"));
            if (message.PayloadType == PayloadType.Data) shown += Encoding.ASCII.GetString(message.Payload.Span);
        }

        AgentMessage Input(PayloadType type, string text) => new(MessageTypes.Input, sequence++, Guid.NewGuid(), type, Encoding.ASCII.GetBytes(text));

        async Task Send(AgentMessage message) => await socket.SendAsync(message.Write(), WebSocketMessageType.Binary, true, CancellationToken.None);
    }
}
