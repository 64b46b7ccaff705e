using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Model.Sessions;

namespace EcsTools.Sessions;

/// <summary>
/// A port of this computer that leads to a port of a container, or through the container to another host, until it is disposed of.
/// </summary>
public sealed class PortForwarding : IDisposable
{
    /// <summary>The flag by which the agent says that it couldn't connect.</summary>
    private const int ConnectError = 3;

    /// <summary>The last agent that carries one connection at a time only.</summary>
    private static readonly Version LastSingle = new(3, 0, 196, 0);

    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(10);

    private readonly TcpListener listener;
    private readonly CancellationTokenSource ending = new();
    private readonly SmuxSession streams;
    private ContainerSession? session;
    private Task<string>? completion;

    private PortForwarding(TcpListener listener)
    {
        this.listener = listener;
        streams = new(isClient: true, bytes => session!.SendAsync(bytes, ending.Token));
    }

    /// <summary>The ARN of the task.</summary>
    public string Task { get; private init; } = "";

    /// <summary>The name of the container.</summary>
    public string Container { get; private init; } = "";

    /// <summary>The port of this computer, on 127.0.0.1.</summary>
    public int LocalPort => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The host that the container connects to; null for the container itself.</summary>
    public string? RemoteHost { get; private init; }

    /// <summary>The port of the container, or of the other host.</summary>
    public int Port { get; private init; }

    /// <summary>The number of open connections.</summary>
    public int Connections => streams.Count;

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => completion is { IsCompleted: false } && !ending.IsCancellationRequested;

    /// <summary>The last problem: why a connection failed, or why the forwarding ended.</summary>
    public string? Problem { get; private set; }

    /// <summary>Why the session ended.</summary>
    internal Task<string> Completion => completion!;

    /// <summary>Called for each connection that failed.</summary>
    internal Func<string, ValueTask>? Failing { get; set; }

    /// <summary>Listens on a port of this computer; 0 for a free one. No one is served yet.</summary>
    /// <exception cref="EcsException">The port is in use.</exception>
    internal static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException e)
        {
            throw new EcsException("PortInUse", $"Port {port} of this computer can't be used: {e.Message.TrimEnd('.')}.", e);
        }
    }

    /// <summary>Connects to the agent, and serves connections.</summary>
    internal static async Task<PortForwarding> OpenAsync(
        TcpListener listener, ExecuteCommandResponse opened, string? host, int port, ISessionCalls calls, CancellationToken cancellation)
    {
        var forwarding = new PortForwarding(listener)
        {
            Task = opened.TaskArn!,
            Container = opened.ContainerName ?? "",
            RemoteHost = host,
            Port = port,
        };
        try
        {
            forwarding.session = await ContainerSession.OpenAsync(opened, calls, forwarding.streams.ReceiveAsync, cancellation);
            if (Version.TryParse(forwarding.session.AgentVersion, out var agent) && agent <= LastSingle)
                throw new EcsException(
                    "AgentTooOld",
                    $"The agent in container {forwarding.Container} is {agent}. Port forwarding needs a later version than {LastSingle}.");
            forwarding.session.Flagged = forwarding.Flag;
            forwarding.completion = System.Threading.Tasks.Task.Run(forwarding.RunAsync, CancellationToken.None);
            return forwarding;
        }
        catch
        {
            await forwarding.EndAsync();
            throw;
        }
    }

    /// <summary>Ends the forwarding and its connections.</summary>
    public void Dispose()
    {
        ending.Cancel();
        completion?.ContinueWith(_ => { }, TaskScheduler.Default).Wait(); // the agent ends the session
    }

    /// <summary>The address on this computer.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{LocalPort}");

    private async Task<string> RunAsync()
    {
        var (accepting, alive) = (Accept(ending.Token), KeepAlive(ending.Token));
        try
        {
            return Problem = await session!.Completion.WaitAsync(ending.Token);
        }
        catch (OperationCanceledException)
        {
            await session!.EndAsync(isTerminal: false);
            return "";
        }
        catch (EcsException e)
        {
            return Problem = e.Message;
        }
        finally
        {
            await ending.CancelAsync();
            streams.Close();
            await System.Threading.Tasks.Task.WhenAll(accepting, alive);
            await EndAsync();
        }
    }

    private async Task EndAsync()
    {
        listener.Stop();
        if (session is not null) await session.DisposeAsync();
    }

    private async Task Accept(CancellationToken cancellation)
    {
        try
        {
            while (true) _ = Serve(await listener.AcceptTcpClientAsync(cancellation), cancellation);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It has ended.
        }
    }

    private async Task Serve(TcpClient client, CancellationToken cancellation)
    {
        using var connection = client;
        client.NoDelay = true;
        try
        {
            var stream = await streams.OpenAsync();
            await stream.JoinAsync(client.GetStream(), cancellation);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The session has ended.
        }
    }

    private async Task KeepAlive(CancellationToken cancellation)
    {
        try
        {
            using var timer = new PeriodicTimer(KeepAliveInterval);
            while (await timer.WaitForNextTickAsync(cancellation)) await streams.KeepAliveAsync();
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
    }

    private async Task Flag(int flag)
    {
        if (flag != ConnectError) return;
        Problem = $"The agent couldn't connect to port {Port} of {RemoteHost ?? $"container {Container}"}.";
        if (Failing is { } tell) await tell(Problem);
    }
}
