using Amazon.Runtime;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>
/// A call that goes the way of all calls and is answered before it leaves the process, so that the first real one finds the way compiled.
/// </summary>
internal static class WarmUp
{
    private static readonly ResolvedSettings Nowhere = new("us-east-1", new Uri("http://localhost/"), MaxAttempts: 1, Profile: null);
    private static readonly CredentialsSource Keys = new(new BasicAWSCredentials("none", "none"), "", "");

    public static async Task RunAsync()
    {
        using var connections = SharedConnections.New((_, _) => new(new Answer()));
        using var client = new EcsClient(Nowhere, Keys, new Transport { Connections = connections });
        await client.SendAsync(Operations.DescribeClusters, new DescribeClustersRequest(), observer: null, CancellationToken.None);
    }

    /// <summary>A connection that answers whatever is asked.</summary>
    private sealed class Answer() : MemoryStream("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray())
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield(); // so that the caller has to wait, as for a real call
            return Read(buffer.Span);
        }
    }
}
