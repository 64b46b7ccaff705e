using System.Buffers;

namespace EcsTools.Client;

/// <summary>The bytes of one HTTP body in a buffer of the pool.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int DefaultSize = 16 * 1024;
    private const int LargestGuess = 1024 * 1024;

    private byte[] buffer;

    private PooledBody(long expected) =>
        // + 1: room to see the end
        buffer = ArrayPool<byte>.Shared.Rent(expected > 0 ? (int)Math.Min(expected + 1, LargestGuess) : DefaultSize);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => buffer.AsSpan(0, Length);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">The length that the sender named; 0 when it named none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<PooledBody> ReadAsync(Stream stream, long expected, CancellationToken cancellationToken)
    {
        var body = new PooledBody(expected);
        try
        {
            int count;
            while ((count = await stream.ReadAsync(body.Free(), cancellationToken)) > 0) body.Length += count;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private Memory<byte> Free()
    {
        if (Length == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Length * 2);
            Span.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsMemory(Length);
    }
}
