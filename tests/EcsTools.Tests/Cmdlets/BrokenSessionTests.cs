using System.Net;
using System.Net.Sockets;
using System.Text;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Sessions whose connection breaks in the middle, or whose agent never answers.</summary>
public sealed class BrokenSessionTests
{
    [Theory]
    [InlineData(3, 40_000, false)]
    [InlineData(8, 20_000, true)]
    public void A_session_goes_on_over_another_connection_and_nothing_is_lost(int cuts, int after, bool isOneWay)
    {
        using var prompt = Shop.Open();
        prompt.Run("$lines = 1..3000 | ForEach-Object { \"line $_ \" + 'x' * 50 }; $null = Set-EcsLocalBehavior -Family web -Command long -CommandOutput $lines; $task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal").Clean();
        using var proxy = new CuttingProxy(prompt.Local().Url, cuts, after, isOneWay);
        var said = prompt.Run($"$result = Invoke-EcsCommand $task long -EndpointUrl {proxy.Url} -Verbose; ($result.Output -join '|') -ceq ($lines -join '|')");
        Assert.Equal(true, Assert.Single(said.Clean().Output).BaseObject);
        Assert.Equal(cuts, said.Calls("ResumeSession"));
    }

    [Fact]
    public void A_session_that_breaks_again_and_again_is_an_error()
    {
        using var prompt = Shop.Open();
        prompt.Run("$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal").Clean();
        using var proxy = new CuttingProxy(prompt.Local().Url, cuts: 100, after: 0);
        var error = prompt.Run($"Invoke-EcsCommand $task 'echo x' -EndpointUrl {proxy.Url}").Error();
        Assert.StartsWith("SessionFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_that_never_answers_is_a_timeout()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var peer = new HttpPeer(HttpPeer.Ok($$$"""{"clusterArn":"arn:aws:ecs:us-east-1:123456789012:cluster/shop","taskArn":"arn:aws:ecs:us-east-1:123456789012:task/shop/00000000000000000000000000000001","containerName":"web","session":{"sessionId":"s","streamUrl":"ws://{{{silent.LocalEndpoint}}}/x","tokenValue":"t0ken"}}"""));
        using var prompt = new EcsPrompt();
        var error = prompt.Run($"Invoke-EcsCommand a ls -Timeout 1 -Cluster shop -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b").Error();
        Assert.StartsWith("CommandTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_leaves_the_machine_over_TLS_only()
    {
        using var peer = new HttpPeer(HttpPeer.Ok("""{"clusterArn":"arn:aws:ecs:us-east-1:123456789012:cluster/shop","taskArn":"arn:aws:ecs:us-east-1:123456789012:task/shop/00000000000000000000000000000001","containerName":"web","session":{"sessionId":"s","streamUrl":"ws://192.0.2.1/x","tokenValue":"t0ken"}}"""));
        using var prompt = new EcsPrompt();
        var error = prompt.Run($"Invoke-EcsCommand a ls -Cluster shop -Region us-east-1 -EndpointUrl {peer.Url} -AccessKey a -SecretKey b").Error();
        Assert.Contains("isn't an encrypted one", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("t0ken", $"{error}{error.Exception}", StringComparison.Ordinal);
    }

    /// <summary>Passes connections on, and cuts those of sessions after so many bytes from the agent, some times: both ways, or first the way from the agent.</summary>
    private sealed class CuttingProxy : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Uri target;
        private readonly int after;
        private readonly bool isOneWay;
        private int cuts;

        public CuttingProxy(Uri target, int cuts, int after, bool isOneWay = false)
        {
            (this.target, this.cuts, this.after, this.isOneWay) = (target, cuts, after, isOneWay);
            listener.Start();
            _ = Task.Run(AcceptAsync);
        }

        public string Url => $"http://{listener.LocalEndpoint}/";

        public void Dispose() => listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task ServeAsync(TcpClient client)
        {
            using var caller = client;
            using var ecs = new TcpClient();
            await ecs.ConnectAsync(target.Host, target.Port);
            var (from, to) = (caller.GetStream(), ecs.GetStream());
            var buffer = new byte[64 << 10];
            var count = await from.ReadAsync(buffer);
            await to.WriteAsync(buffer.AsMemory(0, count));
            var isSession = Encoding.ASCII.GetString(buffer, 0, count).StartsWith("GET /v1/data-channel", StringComparison.Ordinal);
            var limit = isSession && Interlocked.Decrement(ref cuts) >= 0 ? after : int.MaxValue;
            var (there, back) = (Copy(from, to, int.MaxValue), Copy(to, from, limit));
            await Task.WhenAny(there, back);
            if (!isOneWay || there.IsCompleted) return;
            caller.Client.Shutdown(SocketShutdown.Send);
            await there;
        }

        private static async Task Copy(Stream from, Stream to, int limit)
        {
            try
            {
                var buffer = new byte[4096];
                for (var total = 0; total <= limit && await from.ReadAsync(buffer) is > 0 and var count; total += count) await to.WriteAsync(buffer.AsMemory(0, count));
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // One side has gone, and the other follows.
            }
        }
    }
}
