using System.Net;
using System.Net.Sockets;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Ports that lead through a task, over real WebSockets, to a server on this computer.</summary>
public sealed class ConnectTaskTests
{
    private const string Running = "$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal;";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", false)]
    [InlineData("-RemoteHost db.internal", false)]
    [InlineData("", true)]
    public async Task Many_connections_at_once_each_get_their_own_bytes_back(string host, bool isEncrypted)
    {
        using var server = new EchoServer();
        using var prompt = Shop.Open();
        if (isEncrypted) prompt.Run("$null = Update-EcsCluster shop -Configuration @{ executeCommandConfiguration = @{ kmsKeyId = 'alias/exec' } }").Clean();
        var port = Port(prompt.Run($"{Running} $forwarding = $task | Connect-EcsTask -Port {server.Port} {host}; $forwarding").Clean());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Echoed(port, number)));
        Assert.Equal($"127.0.0.1:{port}", prompt.Run("\"$forwarding\"").One<string>());
        Assert.Equal([null, true], prompt.Run("$forwarding.Problem; $forwarding.IsOpen").Clean().Output.Select(one => one?.BaseObject));
        Assert.Equal(prompt.Run("$task.TaskArn").One<string>(), prompt.Run("($forwarding | Get-EcsTask).TaskArn").One<string>());
        prompt.Run("$forwarding.Dispose()").Clean();
        await Assert.ThrowsAsync<SocketException>(() => Connect(port));
        Assert.False(prompt.Run("$forwarding.IsOpen").One<bool>());
    }

    [Fact]
    public async Task A_port_where_nothing_listens_closes_the_connection_and_says_so()
    {
        using var prompt = Shop.Open();
        var nobody = FreePort();
        var port = Port(prompt.Run($"{Running} $forwarding = Connect-EcsTask $task -Port {nobody} -RemoteHost db.internal; $forwarding").Clean());
        using var client = await Connect(port);
        Assert.Equal(0, await Read(client));
        Assert.Equal($"The agent couldn't connect to port {nobody} of db.internal.", prompt.Run("$forwarding.Problem").One<string>());
        prompt.Run("$forwarding.Dispose()").Clean();
    }

    [Fact]
    public async Task A_task_that_stops_ends_the_forwarding_and_its_connections()
    {
        using var server = new EchoServer();
        using var prompt = Shop.Open();
        var port = Port(prompt.Run($"{Running} $forwarding = Connect-EcsTask $task -Port {server.Port}; $forwarding").Clean());
        using var client = await Connect(port);
        prompt.Run("Stop-EcsTask $task -Confirm:$false -Wait").Clean();
        Assert.Equal(0, await Read(client));
        while (prompt.Run("$forwarding.IsOpen").One<bool>()) await Task.Yield(); // the connections end first, then the agent says why
        Assert.Equal("The container has stopped.", prompt.Run("$forwarding.Problem").One<string>());
    }

    [Fact]
    public async Task With_Wait_the_port_is_shown_and_open_until_the_command_is_stopped()
    {
        var host = new AnsweringHost();
        using var server = new EchoServer();
        using var prompt = Shop.Open(host: host);
        var local = FreePort();
        using var shell = prompt.Shell($"{Running} Connect-EcsTask $task -Port {server.Port} -LocalPort {local} -Wait");
        var running = shell.BeginInvoke();
        while (host.Lines.Count == 0 && !running.IsCompleted) await Task.Yield();
        Assert.Equal($"127.0.0.1:{local} leads to port {server.Port} of container web. Press Ctrl+C to stop it.", Assert.Single(host.Lines));
        await Echoed(local, 1);
        shell.Stop();
        Assert.Empty(shell.Streams.Error);
        await Assert.ThrowsAsync<SocketException>(() => Connect(local));
    }

    [Theory]
    [InlineData("$task = Start-EcsTask web; $null = Step-EcsLocal; Connect-EcsTask $task -Port 1", "CommandsNotEnabled", "-EnableExecuteCommand")]
    [InlineData("$task = Start-EcsTask pair -EnableExecuteCommand; $null = Step-EcsLocal; Connect-EcsTask $task -Port 1", "ContainerNotConnected", "Specify -Container a or b.")]
    [InlineData("$task = Start-EcsTask pair -EnableExecuteCommand; $null = Step-EcsLocal; Connect-EcsTask $task -Port 1 -Container c", "ContainerNotConnected", "The task has no container c. Specify -Container a or b.")]
    [InlineData("$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal; Connect-EcsTask $task -Port 1 -LocalPort $used", "PortInUse", "-LocalPort")]
    [InlineData("$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal; Connect-EcsTask $task -Port $free -LocalPort $free", "ValidationException", "Specify another local port.")]
    [InlineData("$null = Set-EcsLocalBehavior -Operation StartSession -ErrorCode AccessDeniedException; $task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal; Connect-EcsTask $task -Port 1", "AccessDeniedException", "ssm:StartSession")]
    public void What_cannot_be_connected_is_an_error(string script, string id, string expected)
    {
        using var server = new EchoServer();
        using var prompt = Shop.Open();
        prompt.Run($"$used = {server.Port}; $free = {FreePort()}; $null = Register-EcsTaskDefinition pair -TaskRoleArn arn:aws:iam::123456789012:role/web -ContainerDefinition @{{ name = 'a'; image = 'a'; memory = 8 }}, @{{ name = 'b'; image = 'b'; memory = 8 }}").Clean();
        var error = prompt.Run(script).Error();
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(expected, $"{error} {error.ErrorDetails?.RecommendedAction}", StringComparison.Ordinal);
    }

    private static int Port(Said said) => (int)said.Output[^1].Properties["LocalPort"].Value;

    private static async Task Echoed(int port, int seed)
    {
        var sent = new byte[100_000];
        new Random(seed).NextBytes(sent);
        using var client = await Connect(port);
        var stream = client.GetStream();
        var writing = stream.WriteAsync(sent, Cancellation);
        var got = new byte[sent.Length];
        await stream.ReadExactlyAsync(got, Cancellation);
        await writing;
        Assert.True(got.AsSpan().SequenceEqual(sent));
    }

    private static async Task<int> Read(TcpClient client)
    {
        try
        {
            return await client.GetStream().ReadAsync(new byte[1], Cancellation);
        }
        catch (IOException)
        {
            return 0; // reset
        }
    }

    private static async Task<TcpClient> Connect(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, Cancellation);
        return client;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A server that returns what it gets.</summary>
    private sealed class EchoServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public EchoServer()
        {
            listener.Start();
            _ = Task.Run(AcceptAsync);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Dispose() => listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                while (true) _ = Echo(await listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private static async Task Echo(TcpClient client)
        {
            using var connection = client;
            try
            {
                await client.GetStream().CopyToAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The client has gone.
            }
        }
    }
}
