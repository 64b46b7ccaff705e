using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using EcsTools.Model.Sessions;

namespace EcsTools.Local.Sessions;

/// <summary>The agent's end of a session: shakes hands, encrypts, and connects the program in the container with the client, over one connection after another.</summary>
internal sealed class LocalSession : IDisposable
{
    private const string AgentVersion = "3.3.0.0";
    private const int ChunkSize = 8 << 10, TerminateFlag = 2;
    private static readonly TimeSpan TokenTimeout = TimeSpan.FromSeconds(10), DrainTimeout = TimeSpan.FromMinutes(1);

    private readonly SessionTarget target;
    private readonly IContainerProgram program;
    private readonly DataKeys keys;
    private readonly SessionPump pump;
    private readonly Channel<byte[]> input = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource<JsonObject> response = new(TaskCreationOptions.RunContinuationsAsynchronously), challenge = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource attached = new();
    private SessionCipher? cipher;
    private Task? running;

    public LocalSession(string id, SessionTarget target, IContainerProgram program, DataKeys keys)
    {
        (Id, this.target, this.program, this.keys) = (id, target, program, keys);
        pump = new SessionPump(isAgent: true, Receive);
        Token = NewToken();
    }

    public string Id { get; }

    /// <summary>The secret that a client shows.</summary>
    public string Token { get; private set; }

    /// <summary>Lets the client connect again, with another secret.</summary>
    public string Resume() => Token = NewToken();

    /// <summary>Serves a connection until it ends. It replaces an earlier connection of the session.</summary>
    public async Task AttachAsync(WebSocket socket)
    {
        if (!await HasToken(socket)) return;
        var mine = new CancellationTokenSource();
        await Interlocked.Exchange(ref attached, mine).CancelAsync();
        lock (input) running ??= Task.Run(RunAsync);
        try
        {
            await pump.RunAsync(socket, mine.Token);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            // The client has gone. It may come again.
        }
    }

    /// <summary>Whether its program has ended.</summary>
    public bool IsOver => running is { IsCompleted: true };

    /// <summary>Ends the program, and so the session.</summary>
    public void End() => ending.Cancel();

    public void Dispose()
    {
        ending.Cancel();
        ending.Dispose();
        pump.Dispose();
        cipher?.Dispose();
    }

    private static string NewToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32)).ToLowerInvariant();

    private async Task<bool> HasToken(WebSocket socket)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        limit.CancelAfter(TokenTimeout);
        var buffer = new byte[ChunkSize];
        var first = await socket.ReceiveAsync(buffer, limit.Token);
        var shown = first is { MessageType: WebSocketMessageType.Text, EndOfMessage: true } ? SessionJson.Text(SessionJson.Parse(buffer.AsMemory(0, first.Count)), "TokenValue") : null;
        if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown ?? ""), Encoding.UTF8.GetBytes(Token))) return true;
        await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, "The token isn't that of the session.", limit.Token);
        return false;
    }

    private async Task RunAsync()
    {
        var reason = "";
        try
        {
            await Handshake();
            reason = await program.RunAsync(input.Reader, Write, ending.Token);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
            limit.CancelAfter(DrainTimeout);
            await pump.DrainAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Ended by the client, or with the local ECS.
        }
        catch (CryptographicException e)
        {
            reason = $"Handshake failed: {e.Message}";
        }

        pump.Close(SessionJson.Bytes(new JsonObject { ["MessageType"] = MessageTypes.Closed, ["SchemaVersion"] = 1, ["SessionId"] = Id, ["DestinationId"] = target.TaskArn, ["Output"] = reason }));
    }

    private async Task Handshake()
    {
        var actions = new JsonArray();
        if (target.KmsKeyId is { } key) actions.Add(new JsonObject { ["ActionType"] = "KMSEncryption", ["ActionParameters"] = new JsonObject { ["KMSKeyId"] = key } });
        actions.Add(new JsonObject { ["ActionType"] = "SessionType", ["ActionParameters"] = new JsonObject { ["SessionType"] = "InteractiveCommands", ["Properties"] = new JsonObject() } });
        await Send(PayloadType.HandshakeRequest, SessionJson.Bytes(new JsonObject { ["AgentVersion"] = AgentVersion, ["RequestedClientActions"] = actions }));
        var answer = await response.Task.WaitAsync(ending.Token);
        if (target.KmsKeyId is not null) await Encrypt(answer);
        await Send(PayloadType.HandshakeComplete, SessionJson.Bytes(new JsonObject { ["HandshakeTimeToComplete"] = 1_000_000, ["CustomerMessage"] = "" }));
    }

    /// <summary>Takes the key that the client got from KMS, and lets the client prove that it has it.</summary>
    private async Task Encrypt(JsonObject answer)
    {
        var results = answer["ProcessedClientActions"] as JsonArray;
        var encryption = results?.FirstOrDefault(one => SessionJson.Text(one, "ActionType") == "KMSEncryption");
        var encrypted = SessionJson.Text(encryption?["ActionResult"], "KMSCipherTextKey") ?? throw new CryptographicException("the client has no key.");
        cipher = new SessionCipher(keys.Decrypt(Convert.FromBase64String(encrypted)), isAgent: true);
        var question = RandomNumberGenerator.GetBytes(64);
        await Send(PayloadType.ChallengeRequest, SessionJson.Bytes(new JsonObject { ["Challenge"] = Convert.ToBase64String(cipher.Encrypt(question)) }));
        var proof = SessionJson.Text(await challenge.Task.WaitAsync(ending.Token), "Challenge") ?? "";
        if (!CryptographicOperations.FixedTimeEquals(cipher.Decrypt(Convert.FromBase64String(proof)), question)) throw new CryptographicException("the client's key is another.");
    }

    private Task Receive(AgentMessage message)
    {
        switch (message.PayloadType)
        {
            case PayloadType.HandshakeResponse: response.TrySetResult(SessionJson.Parse(message.Payload) ?? []); break;
            case PayloadType.ChallengeResponse: challenge.TrySetResult(SessionJson.Parse(message.Payload) ?? []); break;
            case PayloadType.Data: input.Writer.TryWrite(cipher is null ? message.Payload.ToArray() : cipher.Decrypt(message.Payload.Span)); break;
            case PayloadType.Flag when message.Payload.Span is [.., TerminateFlag]: ending.CancelAfter(TimeSpan.FromMilliseconds(1)); break; // after the input before it
        }

        return Task.CompletedTask;
    }

    private async Task Write(ReadOnlyMemory<byte> shown)
    {
        for (var at = 0; at < shown.Length; at += ChunkSize)
        {
            var chunk = shown.Slice(at, Math.Min(ChunkSize, shown.Length - at));
            await Send(PayloadType.Data, cipher is null ? chunk.ToArray() : cipher.Encrypt(chunk.Span));
        }
    }

    private Task Send(PayloadType type, ReadOnlyMemory<byte> payload) => pump.SendAsync(type, payload, ending.Token);
}
