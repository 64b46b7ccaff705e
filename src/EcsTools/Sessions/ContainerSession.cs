using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Model.Kms;
using EcsTools.Model.Sessions;
using EcsTools.Model.Ssm;

namespace EcsTools.Sessions;

/// <summary>
/// A session with a container: what is sent comes to the terminal of its command, and what that shows comes back. It outlives its
/// connection.
/// </summary>
internal sealed class ContainerSession : IAsyncDisposable
{
    private const byte CtrlC = 3;

    /// <summary>How often a lost connection is opened again while nothing comes over it.</summary>
    private const int MaxReconnects = 5;

    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan LeaveTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Ping = TimeSpan.FromMinutes(5);

    /// <summary>Opens the connections of all sessions. Without it, each connection would create a handler of its own.</summary>
    private static readonly HttpMessageInvoker Connector = new(new SocketsHttpHandler());

    private static readonly byte[] TerminateFlag = [0, 0, 0, 2];

    private readonly ExecuteCommandResponse opened;
    private readonly ISessionCalls calls;
    private readonly Func<ReadOnlyMemory<byte>, Task> output;
    private readonly SessionPump pump;
    private readonly Guid client = Guid.NewGuid();
    private readonly CancellationTokenSource ending = new();
    private readonly TaskCompletionSource ready = new(); // without a change of threads, because what follows never blocks
    private readonly Task<string> completion;
    private SessionCipher? cipher;
    private string? token;
    private volatile bool isLeaving;

    private ContainerSession(ExecuteCommandResponse opened, ISessionCalls calls, Func<ReadOnlyMemory<byte>, Task> output)
    {
        (this.opened, this.calls, this.output, token) = (opened, calls, output, opened.Session!.TokenValue);
        pump = new SessionPump(isAgent: false, Receive, TimeProvider.System);
        completion = RunAsync();
    }

    /// <summary>The reason for the end of the session, from the agent; empty if its command has ended.</summary>
    public Task<string> Completion => completion;

    /// <summary>The version of the agent, which it reports before the session opens.</summary>
    public string? AgentVersion { get; private set; }

    /// <summary>Called for each flag that the agent sends.</summary>
    public Func<int, Task>? Flagged { get; set; }

    private string Region => EcsArn.TryParse(opened.TaskArn, out var task) ? task.Region : "";

    /// <summary>Connects, and shakes hands.</summary>
    /// <param name="opened">The answer to ExecuteCommand.</param>
    /// <param name="calls">How the session is resumed, and its key asked for.</param>
    /// <param name="output">Takes what the terminal shows.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="EcsException">The agent can't be reached.</exception>
    public static async Task<ContainerSession> OpenAsync(
        ExecuteCommandResponse opened, ISessionCalls calls, Func<ReadOnlyMemory<byte>, Task> output, CancellationToken cancellation)
    {
        if (opened.Session is not { StreamUrl: { } url, TokenValue: not null } || !IsSafe(url))
            throw Failed("the address of the session isn't an encrypted one");
        var session = new ContainerSession(opened, calls, output);
        try
        {
            var first = await Task.WhenAny(session.ready.Task, session.completion).WaitAsync(HandshakeTimeout, cancellation);
            await first;
            return session;
        }
        catch (TimeoutException)
        {
            await session.DisposeAsync();
            throw new EcsException(
                "SessionNoAnswer",
                $"The agent of container {opened.ContainerName} didn't answer within {HandshakeTimeout.TotalSeconds} seconds.");
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public Task SendAsync(ReadOnlyMemory<byte> typed, CancellationToken cancellation) =>
        pump.SendAsync(PayloadType.Data, cipher is null ? typed : cipher.Encrypt(typed.Span), cancellation);

    public Task ResizeAsync(int columns, int rows, CancellationToken cancellation) =>
        pump.SendAsync(PayloadType.Size, SessionJson.Size(columns, rows), cancellation);

    /// <summary>Interrupts the command at the session's terminal, and ends the session.</summary>
    public async Task EndAsync(bool isTerminal = true)
    {
        using var limit = new CancellationTokenSource(GoodbyeTimeout);
        try
        {
            if (isTerminal) await SendAsync(new[] { CtrlC }, limit.Token);
            await pump.SendAsync(PayloadType.Flag, TerminateFlag, limit.Token);
            await pump.DrainAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The agent ends the session if no client is connected.
        }
    }

    /// <summary>Leaves the session to the agent, which closes it when its command has ended. Nobody has to wait for that.</summary>
    public async Task LeaveAsync()
    {
        isLeaving = true;
        await ((Task)completion).WaitAsync(LeaveTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await completion.ContinueWith(
            task => task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        pump.Dispose();
        cipher?.Dispose();
        ending.Dispose();
    }

    /// <summary>The token is a secret: it leaves this machine encrypted only.</summary>
    private static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == "wss" || (address.Scheme == "ws" && address.IsLoopback));

    private static EcsException Failed(string why, Exception? inner = null) =>
        new("SessionFailed", $"The session with the container failed: {why}.", inner);

    private async Task<string> RunAsync()
    {
        var (pause, losses) = (FirstPause, 0);
        while (true)
        {
            var before = pump.Received;
            var problem = await Connect();
            if (pump.Closed.IsCompleted) return await pump.Closed;
            ending.Token.ThrowIfCancellationRequested();
            if (isLeaving) return "";
            if (pump.Received > before) (pause, losses) = (FirstPause, 0);
            if (losses++ == MaxReconnects) throw Failed($"the connection was lost {losses} times ({problem})");
            await Task.Delay(pause, ending.Token);
            pause *= 2;
            token = await Resume() ?? throw Failed("it was idle for too long, or its task has stopped");
        }
    }

    /// <summary>Serves one connection until it ends, and returns what ended it.</summary>
    private async Task<string> Connect()
    {
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Ping;
        try
        {
            await socket.ConnectAsync(new Uri(opened.Session!.StreamUrl!), Connector, ending.Token);
            await socket.SendAsync(SessionJson.Open(token!, client), WebSocketMessageType.Text, endOfMessage: true, ending.Token);
            await pump.RunAsync(socket, ending.Token);
            if (pump.Closed.IsCompleted)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, ending.Token);
            return "it was closed";
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException && !ending.IsCancellationRequested)
        {
            return e.GetBaseException().Message.TrimEnd('.');
        }
    }

    /// <summary>The token for another connection; null if the session is over.</summary>
    private async Task<string?> Resume()
    {
        try
        {
            return (await calls.Send(SsmOperations.ResumeSession, new() { SessionId = opened.Session!.SessionId }, Region)).TokenValue;
        }
        catch (EcsException e) when (e.ErrorCode == "DoesNotExistException")
        {
            return null;
        }
    }

    private async Task Receive(AgentMessage message)
    {
        switch (message.PayloadType)
        {
            case PayloadType.HandshakeRequest: await Answer(SessionJson.Parse(message.Payload)); break;
            case PayloadType.ChallengeRequest when cipher is not null: await Prove(SessionJson.Text(
                SessionJson.Parse(message.Payload), "Challenge") ?? ""); break;
            case PayloadType.Flag when message.Payload.Length == sizeof(int)
                && Flagged is { } tell: await tell(BinaryPrimitives.ReadInt32BigEndian(message.Payload.Span)); break;
            case PayloadType.HandshakeComplete: ready.TrySetResult(); break;
            case PayloadType.Data or PayloadType.StandardError: await output(cipher is null
                ? message.Payload
                : Decrypt(message.Payload)); break;
        }
    }

    private byte[] Decrypt(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return cipher!.Decrypt(payload.Span);
        }
        catch (CryptographicException e)
        {
            throw Failed("a message isn't encrypted with its key", e);
        }
    }

    private async Task Answer(JsonObject? request)
    {
        AgentVersion = SessionJson.Text(request, "AgentVersion");
        var (processed, errors) = (new JsonArray(), new JsonArray());
        foreach (var action in request?["RequestedClientActions"] as JsonArray ?? [])
        {
            var type = SessionJson.Text(action, "ActionType");
            var (status, result, error) = await Process(type, action?["ActionParameters"]);
            processed.Add(new JsonObject
            {
                ["ActionType"] = type,
                ["ActionStatus"] = status,
                ["ActionResult"] = result,
                ["Error"] = error ?? "",
            });
            if (error is not null) errors.Add((JsonNode)error);
        }

        await pump.SendAsync(
            PayloadType.HandshakeResponse,
            SessionJson.Bytes(new JsonObject
            {
                ["ClientVersion"] = SessionJson.ClientVersion,
                ["ProcessedClientActions"] = processed,
                ["Errors"] = errors,
            }),
            ending.Token);
    }

    private async Task<(int Status, JsonNode? Result, string? Error)> Process(string? type, JsonNode? parameters)
    {
        if (type == "SessionType") return (SessionJson.Success, null, null);
        if (type != "KMSEncryption") return (SessionJson.Unsupported, null, $"Unsupported action {type}");
        try
        {
            var (key, encrypted) = await DataKey(SessionJson.Text(parameters, "KMSKeyId"));
            cipher = new SessionCipher(key, isAgent: false);
            return (SessionJson.Success, new JsonObject { ["KMSCipherTextKey"] = encrypted }, null);
        }
        catch (EcsException e)
        {
            ready.TrySetException(e); // the user must see a missing permission
            return (SessionJson.Failed, null, "The data key can't be generated.");
        }
    }

    private async Task<(byte[] Key, string Encrypted)> DataKey(string? keyId)
    {
        var described = await calls.Send(
            Operations.DescribeTasks, new() { Cluster = opened.ClusterArn, Tasks = [opened.TaskArn!] }, Region);
        var runtime = described.Tasks?.FirstOrDefault()?.Containers?.Find(container => container.Name == opened.ContainerName)?.RuntimeId;
        if (!EcsArn.TryParse(opened.TaskArn, out var task))
            throw new EcsException("SessionFailed", $"The session names no task: '{opened.TaskArn}' isn't an ARN.");
        var context = new Dictionary<string, string>
        {
            ["aws:ssm:SessionId"] = opened.Session!.SessionId!,
            ["aws:ssm:TargetId"] = $"ecs:{task.Cluster}_{task.Id}_{runtime}",
        };
        var made = await calls.Send(
            KmsOperations.GenerateDataKey,
            new() { KeyId = keyId, NumberOfBytes = SessionCipher.KeyLength, EncryptionContext = context },
            Region);
        return (Convert.FromBase64String(made.Plaintext!), made.CiphertextBlob!);
    }

    private async Task Prove(string challenge)
    {
        try
        {
            var proof = cipher!.Encrypt(cipher.Decrypt(Convert.FromBase64String(challenge)));
            await pump.SendAsync(
                PayloadType.ChallengeResponse,
                SessionJson.Bytes(new JsonObject { ["Challenge"] = Convert.ToBase64String(proof) }),
                ending.Token);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            ready.TrySetException(Failed("the agent has another key", e));
        }
    }
}
