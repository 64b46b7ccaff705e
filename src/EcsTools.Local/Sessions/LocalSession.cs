using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using EcsTools.Model.Sessions;

namespace EcsTools.Local.Sessions;

/// <summary>
/// The agent's end of a session: shakes hands, encrypts, and connects the program in the container with the client, over one connection
/// after another.
/// </summary>
internal sealed class LocalSession : IDisposable
{
    private const string AgentVersion = "3.3.0.0";
    private const int ChunkSize = 8 << 10, TerminateFlag = 2;
    private static readonly byte[] ConnectErrorFlag = [0, 0, 0, 3];
    private static readonly TimeSpan TokenTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(1);

    private readonly IContainerProgram program;
    private readonly DataKeys keys;
    private readonly SessionPump pump;
    private readonly Channel<byte[]> input = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource<JsonObject> response = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<JsonObject> challenge = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object attaching = new();
    private CancellationTokenSource attached = new();
    private string reason = "";
    private SessionCipher? cipher;
    private Task? running;

    public LocalSession(string id, SessionTarget target, IContainerProgram program, DataKeys keys)
    {
        (Id, Target, this.program, this.keys) = (id, target, program, keys);
        pump = new SessionPump(isAgent: true, Receive, TimeProvider.System);
        Token = NewToken();
    }

    public string Id { get; }

    /// <summary>The target.</summary>
    public SessionTarget Target { get; }

    /// <summary>The secret that a client shows.</summary>
    public string Token { get; private set; }

    /// <summary>Lets the client connect again, with another secret.</summary>
    public string Resume()
    {
        lock (attaching) return Token = NewToken();
    }

    /// <summary>Serves a connection until it ends. It replaces an earlier connection of the session.</summary>
    public async Task AttachAsync(WebSocket socket)
    {
        var shown = await ShownToken(socket);
        var mine = new CancellationTokenSource();
        if (Attach(shown, mine) is not { } earlier)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, "The token isn't that of the session.", ending.Token);
            return;
        }

        await earlier.CancelAsync();
        try
        {
            await pump.RunAsync(socket, mine.Token);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            // The client has gone. It may come again.
        }
    }

    /// <summary>Ends the program, and so the session.</summary>
    /// <param name="why">The messages for the client.</param>
    public void End(string why = "")
    {
        reason = why;
        _ = ending.CancelAsync(); // what the program does then isn't the caller's to wait for
    }

    public void Dispose()
    {
        ending.Cancel();
        ending.Dispose();
        pump.Dispose();
        cipher?.Dispose();
    }

    private static string NewToken() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32)).ToLowerInvariant();

    private async Task<string> ShownToken(WebSocket socket)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        limit.CancelAfter(TokenTimeout);
        var buffer = new byte[ChunkSize];
        var first = await socket.ReceiveAsync(buffer, limit.Token);
        return first is { MessageType: WebSocketMessageType.Text, EndOfMessage: true }
            && SessionJson.Text(SessionJson.Parse(buffer.AsMemory(0, first.Count)), "TokenValue") is { } token
            ? token
            : "";
    }

    /// <summary>Assigns a connection to the session. Its token might have been replaced by that of a later connection.</summary>
    /// <returns>The source that cancels the earlier connection; null if the token is wrong.</returns>
    private CancellationTokenSource? Attach(string shown, CancellationTokenSource mine)
    {
        lock (attaching)
        {
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(Token))) return null;
            running ??= Task.Run(RunAsync);
            (var earlier, attached) = (attached, mine);
            return earlier;
        }
    }

    private async Task RunAsync()
    {
        try
        {
            await Handshake();
            if (program is PortProgram ports) ports.Failing = () => Send(PayloadType.Flag, ConnectErrorFlag);
            reason = await program.RunAsync(input.Reader, Write, ending.Token);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
            limit.CancelAfter(DrainTimeout);
            await pump.DrainAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Ended by the client, with its task, or with the local ECS.
        }
        catch (CryptographicException e)
        {
            reason = $"Handshake failed: {e.Message}";
        }

        pump.Close(SessionJson.Bytes(new JsonObject
        {
            ["MessageType"] = MessageTypes.Closed,
            ["SchemaVersion"] = 1,
            ["SessionId"] = Id,
            ["DestinationId"] = Target.TaskArn,
            ["Output"] = reason,
        }));
    }

    private async Task Handshake()
    {
        var actions = new JsonArray();
        if (Target.KmsKeyId is { } key)
            actions.Add(new JsonObject { ["ActionType"] = "KMSEncryption", ["ActionParameters"] = new JsonObject { ["KMSKeyId"] = key } });
        actions.Add(new JsonObject { ["ActionType"] = "SessionType", ["ActionParameters"] = Kind() });
        await Send(
            PayloadType.HandshakeRequest,
            SessionJson.Bytes(new JsonObject { ["AgentVersion"] = AgentVersion, ["RequestedClientActions"] = actions }));
        var answer = await response.Task.WaitAsync(ending.Token);
        if (Target.KmsKeyId is not null) await Encrypt(answer);
        await Send(
            PayloadType.HandshakeComplete,
            SessionJson.Bytes(new JsonObject { ["HandshakeTimeToComplete"] = 1_000_000, ["CustomerMessage"] = "" }));
    }

    private JsonObject Kind() => Target.Port is not { } port
        ? new() { ["SessionType"] = "InteractiveCommands", ["Properties"] = new JsonObject() }
        : new()
        {
            ["SessionType"] = "Port",
            ["Properties"] = new JsonObject
            {
                ["portNumber"] = $"{port.Number}",
                ["localPortNumber"] = $"{port.LocalNumber}",
                ["type"] = "LocalPortForwarding",
                ["host"] = port.Host ?? "",
            },
        };

    /// <summary>Takes the key that the client got from KMS, and lets the client prove that it has it.</summary>
    private async Task Encrypt(JsonObject answer)
    {
        var results = answer["ProcessedClientActions"] as JsonArray;
        var encryption = results?.FirstOrDefault(one => SessionJson.Text(one, "ActionType") == "KMSEncryption");
        var encrypted = SessionJson.Text(encryption?["ActionResult"], "KMSCipherTextKey")
            ?? throw new CryptographicException("the client has no key.");
        cipher = new SessionCipher(keys.Decrypt(Convert.FromBase64String(encrypted)), isAgent: true);
        var question = RandomNumberGenerator.GetBytes(64);
        await Send(
            PayloadType.ChallengeRequest,
            SessionJson.Bytes(new JsonObject { ["Challenge"] = Convert.ToBase64String(cipher.Encrypt(question)) }));
        var proof = SessionJson.Text(await challenge.Task.WaitAsync(ending.Token), "Challenge") ?? "";
        if (!CryptographicOperations.FixedTimeEquals(cipher.Decrypt(Convert.FromBase64String(proof)), question))
            throw new CryptographicException("the client's key is another.");
    }

    private Task Receive(AgentMessage message)
    {
        switch (message.PayloadType)
        {
            case PayloadType.HandshakeResponse: response.TrySetResult(SessionJson.Parse(message.Payload) ?? []); break;
            case PayloadType.ChallengeResponse: challenge.TrySetResult(SessionJson.Parse(message.Payload) ?? []); break;
            case PayloadType.Data:
                input.Writer.TryWrite(cipher is null ? message.Payload.ToArray() : cipher.Decrypt(message.Payload.Span));
                break;
            case PayloadType.Flag when message.Payload.Span is [.., TerminateFlag]: Terminate(); break;
        }

        return Task.CompletedTask;
    }

    /// <summary>The client ends the session: the program gets the input before, such as Ctrl+C, and is then ended.</summary>
    private void Terminate()
    {
        if (!input.Writer.TryComplete()) return;
        input.Reader.Completion.ContinueWith(_ => End(), TaskScheduler.Default);
        ending.CancelAfter(ReadTimeout);
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
