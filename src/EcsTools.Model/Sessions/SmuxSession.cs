using System.Collections.Concurrent;
using System.Threading.Channels;
using SystemTask = System.Threading.Tasks.Task;

namespace EcsTools.Model.Sessions;

/// <summary>One end of a session that carries several connections.</summary>
/// <param name="isClient">Whether it is the client's end, which opens streams.</param>
/// <param name="send">Sends bytes to the other end, in the order of the calls.</param>
internal sealed class SmuxSession(bool isClient, Func<ReadOnlyMemory<byte>, SystemTask> send)
{
    /// <summary>A frame of so much data is one message of the session.</summary>
    private const int MaxData = 1016;

    private readonly ConcurrentDictionary<uint, SmuxStream> streams = new();
    private readonly Channel<SmuxStream> opened = Channel.CreateUnbounded<SmuxStream>();
    private uint last = isClient ? 1u : 0;
    private byte[] rest = [];

    /// <summary>The streams that the other end opens.</summary>
    public ChannelReader<SmuxStream> Opened => opened.Reader;

    /// <summary>How many streams are open.</summary>
    public int Count => streams.Count;

    /// <summary>Opens a stream.</summary>
    public async Task<SmuxStream> OpenAsync()
    {
        var stream = new SmuxStream(Interlocked.Add(ref last, 2), this);
        streams[stream.Id] = stream;
        await Send(SmuxCommand.Open, stream.Id, default);
        return stream;
    }

    /// <summary>Shows the other end that this one is alive. It ends the session if nothing comes for half a minute.</summary>
    public SystemTask KeepAliveAsync() => Send(SmuxCommand.Nothing, 0, default);

    /// <summary>Takes bytes that have come, in whatever pieces. Waits while a stream has too much that isn't read.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another protocol.</exception>
    public async SystemTask ReceiveAsync(ReadOnlyMemory<byte> bytes)
    {
        var left = rest.Length == 0 ? bytes : (byte[])[.. rest, .. bytes.Span];
        while (SmuxFrame.Read(ref left) is { } frame) await Take(frame);
        rest = left.ToArray();
    }

    /// <summary>Ends all streams.</summary>
    public void Close()
    {
        opened.Writer.TryComplete();
        foreach (var (_, stream) in streams) stream.End();
    }

    internal async SystemTask SendAsync(uint stream, ReadOnlyMemory<byte> data)
    {
        for (var at = 0; at < data.Length; at += MaxData)
            await Send(SmuxCommand.Data, stream, data.Slice(at, Math.Min(MaxData, data.Length - at)));
    }

    internal SystemTask CloseAsync(uint stream) =>
        streams.TryRemove(stream, out _) ? Send(SmuxCommand.Close, stream, default) : SystemTask.CompletedTask;

    private SystemTask Send(SmuxCommand command, uint stream, ReadOnlyMemory<byte> data) =>
        send(new SmuxFrame(command, stream, data).Write());

    private async SystemTask Take(SmuxFrame frame)
    {
        switch (frame.Command)
        {
            case SmuxCommand.Open when !isClient:
                var stream = new SmuxStream(frame.Stream, this);
                if (streams.TryAdd(frame.Stream, stream)) opened.Writer.TryWrite(stream);
                break;
            case SmuxCommand.Data when streams.TryGetValue(frame.Stream, out var known): await known.Take(frame.Data.ToArray()); break;
            case SmuxCommand.Close when streams.TryGetValue(frame.Stream, out var known): known.End(); break;
        }
    }
}
