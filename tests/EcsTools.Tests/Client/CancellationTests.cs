using System.Diagnostics;
using static EcsTools.Tests.Client.Calls;

namespace EcsTools.Tests.Client;

[Collection(AloneCollection.Name)]
public sealed class CancellationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_ends_a_call_within_100_ms_while_the_server_hangs(bool inBody)
    {
        var end = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        using var peer = new HttpPeer(inBody ? HttpPeer.HangInBody(begun, end.Task) : HttpPeer.Hang(begun, end.Task));
        using var client = Connect(Settings(peer));
        using var stop = new CancellationTokenSource();
        var witness = new Witness();
        var call = client.ListClustersAsync(witness, stop.Token);
        await begun.Task;

        var start = Stopwatch.GetTimestamp();
        await stop.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(100));
        Assert.Equal(stop.Token, e.CancellationToken);
        Assert.Equal("Cancelled", Assert.Single(witness.Calls).ErrorCode);
        Assert.Empty(witness.Retries);
        end.SetResult();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_before_it_starts_sends_nothing()
    {
        using var peer = new HttpPeer(HttpPeer.Ok(NoClusters));
        using var client = Connect(Settings(peer));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ListClustersAsync(token: new CancellationToken(canceled: true)));
        Assert.Empty(peer.Received);
    }
}
