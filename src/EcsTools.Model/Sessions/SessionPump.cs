using System.Buffers;
using System.Net.WebSockets;
using SystemTask = System.Threading.Tasks.Task;

namespace EcsTools.Model.Sessions;

/// <summary>Drives a <see cref="SessionChannel"/> over a WebSocket, and over the next one when that breaks.</summary>
/// <param name="isAgent">Whether it is the agent's end.</param>
/// <param name="receive">Takes data messages, in order, one after the other.</param>
/// <param name="clock">Measures round trips, and how long a message has waited for its acknowledgement.</param>
internal sealed class SessionPump(bool isAgent, Func<AgentMessage, SystemTask> receive, TimeProvider clock) : IDisposable
{
    /// <summary>How many messages can wait for their acknowledgement before the sender waits.</summary>
    private const int MaxOutstanding = 1000;

    private const int BufferSize = 64 << 10, MaxMessage = 1 << 20;

    private readonly SessionChannel channel = new(isAgent);
    private readonly Queue<AgentMessage> inbox = new();
    private readonly SemaphoreSlim receiving = new(1);
    private readonly long begin = clock.GetTimestamp();
    private readonly TaskCompletionSource<string> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource acknowledged = NewSignal();
    private volatile Wake? sender;

    /// <summary>Why the other end closed the session, when it has.</summary>
    public Task<string> Closed => closed.Task;

    /// <summary>How many data messages have come.</summary>
    public long Received
    {
        get
        {
            lock (channel) return channel.Received;
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(begin);

    /// <summary>Sends data. Waits while too much is on its way.</summary>
    public async SystemTask SendAsync(PayloadType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        while (true)
        {
            SystemTask room;
            lock (channel)
            {
                room = channel.Outstanding < MaxOutstanding ? SystemTask.CompletedTask : acknowledged.Task;
                if (room.IsCompleted) channel.Send(type, payload);
            }

            if (room.IsCompleted) break;
            await room.WaitAsync(cancellation);
        }

        sender?.Set();
    }

    /// <summary>Waits until everything was acknowledged.</summary>
    public async SystemTask DrainAsync(CancellationToken cancellation)
    {
        while (true)
        {
            SystemTask less;
            lock (channel)
            {
                if (channel.Outstanding == 0) return;
                less = acknowledged.Task;
            }

            await less.WaitAsync(cancellation);
        }
    }

    /// <summary>Closes the session from the agent's end.</summary>
    public void Close(byte[] payload)
    {
        lock (channel) channel.Close(payload);
        sender?.Set();
    }

    /// <summary>Sends and receives until the connection ends, or the session does.</summary>
    public async SystemTask RunAsync(WebSocket socket, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        lock (channel) channel.Reconnected();
        using var mine = new Wake();
        sender = mine;
        var receivingLoop = ReceiveLoop(socket, ended.Token);
        var sending = SendLoop(socket, mine, receivingLoop, ended.Token);
        try
        {
            await await SystemTask.WhenAny(receivingLoop, sending);
        }
        finally
        {
            mine.Set(); // ends the loop that sends, without an exception: a few of them take as long as a short session
            await ended.CancelAsync();
            await SystemTask.WhenAll(Quietly(sending), Quietly(receivingLoop));
        }
    }

    public void Dispose() => receiving.Dispose();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async SystemTask SendLoop(WebSocket socket, Wake wake, SystemTask receivingLoop, CancellationToken cancellation)
    {
        while (true)
        {
            var news = wake.Next(); // before the looks at the end and at what is due, so that nothing is missed
            if (receivingLoop.IsCompleted || cancellation.IsCancellationRequested) return;
            IReadOnlyList<byte[]> due;
            TimeSpan? next;
            lock (channel) (due, next) = (channel.Due(Now), channel.NextDue);
            foreach (var message in due) await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancellation);
            if (next is { } at) wake.SetIn(Until(at));
            await news;
        }
    }

    /// <summary>
    /// How long it is until a moment, in whole milliseconds. The clock is read once: it can pass the moment between two looks at it.
    /// </summary>
    private TimeSpan Until(TimeSpan at) => TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, (at - Now).TotalMilliseconds)));

    private async SystemTask ReceiveLoop(WebSocket socket, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await ReceiveMessage(socket, buffer, cancellation) is { } message)
            {
                var reason = Take(message);
                sender?.Set();
                await Deliver();
                if (reason is not null && closed.TrySetResult(reason)) return;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Gives a message to the channel, and wakes those who wait for acknowledgements.</summary>
    /// <returns>Why the session was closed; null if it wasn't.</returns>
    private string? Take(byte[] message)
    {
        TaskCompletionSource waiting;
        string? reason;
        lock (channel)
        {
            foreach (var ready in channel.Receive(message, Now)) inbox.Enqueue(ready);
            (waiting, acknowledged, reason) = (acknowledged, NewSignal(), channel.Closed);
        }

        waiting.SetResult();
        return reason;
    }

    /// <summary>
    /// Delivers what has come. It was acknowledged and doesn't come again, so this isn't canceled. The connection before may still be
    /// delivering: the order stays that of the inbox.
    /// </summary>
    private async SystemTask Deliver()
    {
        await receiving.WaitAsync(CancellationToken.None);
        try
        {
            while (Next() is { } data) await receive(data);
        }
        finally
        {
            receiving.Release();
        }
    }

    private AgentMessage? Next()
    {
        lock (channel) return inbox.TryDequeue(out var next) ? next : null;
    }

    /// <summary>The next binary message; null if the connection was closed.</summary>
    private static async Task<byte[]?> ReceiveMessage(WebSocket socket, byte[] buffer, CancellationToken cancellation)
    {
        var whole = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellation);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            if (part.MessageType == WebSocketMessageType.Binary) whole.Write(buffer, 0, part.Count);
            if (whole.Length > MaxMessage) throw new WebSocketException("A message is too long.");
            if (part.EndOfMessage && part.MessageType == WebSocketMessageType.Binary) return whole.ToArray();
        }
    }

    private static async SystemTask Quietly(SystemTask task)
    {
        try
        {
            await task;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException
            or ObjectDisposedException or InvalidOperationException)
        {
            // The other loop has ended first, and has the reason.
        }
    }

    /// <summary>Wakes the loop that sends. It sends on the thread that wakes it: a change of threads takes longer than a message.</summary>
    private sealed class Wake : IDisposable
    {
        private readonly Timer timer;
        private TaskCompletionSource next = new();

        public Wake() => timer = new(_ => Set());

        public void Set() => Volatile.Read(ref next).TrySetResult();

        public void SetIn(TimeSpan time) => timer.Change(time, Timeout.InfiniteTimeSpan);

        public SystemTask Next()
        {
            var fresh = new TaskCompletionSource();
            Interlocked.Exchange(ref next, fresh); // a fence: what the loop reads next isn't older than this
            return fresh.Task;
        }

        public void Dispose() => timer.Dispose();
    }
}
