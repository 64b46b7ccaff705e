using System.Diagnostics;
using System.Net.WebSockets;
using SystemTask = System.Threading.Tasks.Task;

namespace EcsTools.Model.Sessions;

/// <summary>Drives a <see cref="SessionChannel"/> over a WebSocket, and over the next one when that breaks.</summary>
/// <param name="isAgent">Whether it is the agent's end.</param>
/// <param name="receive">Takes data messages, in order, one after the other.</param>
internal sealed class SessionPump(bool isAgent, Func<AgentMessage, SystemTask> receive) : IDisposable
{
    /// <summary>How many messages can wait for their acknowledgement before the sender waits.</summary>
    private const int MaxOutstanding = 1000;

    private const int BufferSize = 64 << 10, MaxMessage = 1 << 20;

    private readonly SessionChannel channel = new(isAgent);
    private readonly SemaphoreSlim news = new(0), room = new(0), receiving = new(1);
    private readonly long begin = Stopwatch.GetTimestamp();
    private readonly TaskCompletionSource<string> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Why the other end closed the session, when it has.</summary>
    public Task<string> Closed => closed.Task;

    private TimeSpan Now => Stopwatch.GetElapsedTime(begin);

    /// <summary>Sends data. Waits while too much is on its way.</summary>
    public async SystemTask SendAsync(PayloadType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        while (true)
        {
            lock (channel)
            {
                if (channel.Outstanding < MaxOutstanding)
                {
                    channel.Send(type, payload);
                    break;
                }
            }

            await room.WaitAsync(cancellation);
        }

        news.Release();
    }

    /// <summary>Waits until everything was acknowledged.</summary>
    public async SystemTask DrainAsync(CancellationToken cancellation)
    {
        while (true)
        {
            lock (channel)
            {
                if (channel.Outstanding == 0) return;
            }

            await room.WaitAsync(cancellation);
        }
    }

    /// <summary>Closes the session from the agent's end.</summary>
    public void Close(byte[] payload)
    {
        lock (channel) channel.SendUnnumbered(MessageTypes.Closed, payload);
        news.Release();
    }

    /// <summary>Sends and receives until the connection ends, or the session does.</summary>
    public async SystemTask RunAsync(WebSocket socket, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        lock (channel) channel.Reconnected();
        var sending = SendLoop(socket, ended.Token);
        var receivingLoop = ReceiveLoop(socket, ended.Token);
        try
        {
            await await SystemTask.WhenAny(sending, receivingLoop);
        }
        finally
        {
            await ended.CancelAsync();
            await SystemTask.WhenAll(Quietly(sending), Quietly(receivingLoop));
        }
    }

    public void Dispose()
    {
        news.Dispose();
        room.Dispose();
        receiving.Dispose();
    }

    private async SystemTask SendLoop(WebSocket socket, CancellationToken cancellation)
    {
        while (true)
        {
            IReadOnlyList<byte[]> due;
            TimeSpan? next;
            lock (channel) (due, next) = (channel.Due(Now), channel.NextDue);
            foreach (var message in due) await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancellation);
            if (next is { } at) await news.WaitAsync(at > Now ? at - Now : TimeSpan.Zero, cancellation);
            else await news.WaitAsync(cancellation);
            while (news.CurrentCount > 0 && await news.WaitAsync(0, cancellation)) { }
        }
    }

    private async SystemTask ReceiveLoop(WebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[BufferSize];
        while (await ReceiveMessage(socket, buffer, cancellation) is { } message)
        {
            IReadOnlyList<AgentMessage> ready;
            string? reason;
            lock (channel) (ready, reason) = (channel.Receive(message, Now), channel.Closed);
            news.Release();
            if (room.CurrentCount == 0) room.Release();
            await receiving.WaitAsync(CancellationToken.None); // what was acknowledged doesn't come again, so it is taken whatever happens; another connection may still be busy with what came before
            try
            {
                foreach (var data in ready) await receive(data);
            }
            finally
            {
                receiving.Release();
            }

            if (reason is not null && closed.TrySetResult(reason)) return;
        }
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
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other loop has ended first, and says why.
        }
    }
}
