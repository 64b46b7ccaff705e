using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using EcsTools.Model.Sessions;

namespace EcsTools.Local.Sessions;

/// <summary>
/// The agent's end of port forwarding. Nothing runs in a simulated container, so each of its ports, and those of all hosts behind it, lead
/// to the same port of this computer, and to no other computer.
/// </summary>
/// <param name="port">The port.</param>
internal sealed class PortProgram(int port) : IContainerProgram
{
    /// <summary>Called when nothing listens on the port.</summary>
    public Func<Task>? Failing { get; set; }

    public async Task<string> RunAsync(ChannelReader<byte[]> input, Func<ReadOnlyMemory<byte>, Task> output, CancellationToken cancellation)
    {
        var streams = new SmuxSession(isClient: false, output);
        var serving = Serve(streams, cancellation);
        try
        {
            await foreach (var bytes in input.ReadAllAsync(cancellation)) await streams.ReceiveAsync(bytes);
        }
        catch (InvalidDataException e)
        {
            return e.Message;
        }
        finally
        {
            streams.Close();
            await serving;
        }

        return "";
    }

    private async Task Serve(SmuxSession streams, CancellationToken cancellation)
    {
        await foreach (var stream in streams.Opened.ReadAllAsync(CancellationToken.None)) _ = Connect(stream, cancellation);
    }

    private async Task Connect(SmuxStream stream, CancellationToken cancellation)
    {
        try
        {
            using var target = new TcpClient();
            await target.ConnectAsync(IPAddress.Loopback, port, cancellation);
            target.NoDelay = true;
            await stream.JoinAsync(target.GetStream(), cancellation);
        }
        catch (SocketException)
        {
            if (Failing is { } tell) await tell();
            await stream.CloseAsync();
        }
        catch (OperationCanceledException)
        {
            // The session has ended.
        }
    }
}
