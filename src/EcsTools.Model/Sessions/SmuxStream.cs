using System.Threading.Channels;
using SystemTask = System.Threading.Tasks.Task;

namespace EcsTools.Model.Sessions;

/// <summary>One of the connections in a session.</summary>
internal sealed class SmuxStream(uint id, SmuxSession session)
{
    /// <summary>How many frames wait to be read before the sender waits.</summary>
    private const int MaxWaiting = 128;

    private const int BufferSize = 32 << 10;

    private readonly Channel<byte[]> incoming = Channel.CreateBounded<byte[]>(MaxWaiting);

    public uint Id => id;

    /// <summary>Connects it with a connection of the network, until one of them ends: the protocol closes both ways at once.</summary>
    public async SystemTask JoinAsync(Stream network, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        SystemTask[] ways = [Up(network, ended.Token), Down(network, ended.Token)];
        await SystemTask.WhenAny(ways);
        End(); // what comes now, no one reads
        await ended.CancelAsync();
        await SystemTask.WhenAll(ways);
        await session.CloseAsync(id);
    }

    /// <summary>Closes it.</summary>
    public SystemTask CloseAsync()
    {
        End();
        return session.CloseAsync(id);
    }

    /// <summary>Nothing more comes.</summary>
    internal void End() => incoming.Writer.TryComplete();

    internal async SystemTask Take(byte[] data)
    {
        try
        {
            await incoming.Writer.WriteAsync(data);
        }
        catch (ChannelClosedException)
        {
            // This end has closed it.
        }
    }

    private async SystemTask Up(Stream network, CancellationToken cancellation)
    {
        try
        {
            var buffer = new byte[BufferSize];
            while (await network.ReadAsync(buffer, cancellation) is > 0 and var count)
                await session.SendAsync(id, buffer.AsMemory(0, count).ToArray());
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection has ended.
        }
    }

    private async SystemTask Down(Stream network, CancellationToken cancellation)
    {
        try
        {
            await foreach (var data in incoming.Reader.ReadAllAsync(cancellation)) await network.WriteAsync(data, cancellation);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection has ended.
        }
    }
}
