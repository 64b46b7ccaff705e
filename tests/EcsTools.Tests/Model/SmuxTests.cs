using CsCheck;
using EcsTools.Model.Sessions;

namespace EcsTools.Tests.Model;

/// <summary>Several connections over one session.</summary>
public sealed class SmuxTests
{
    /// <summary>The layout of version 1 of smux: written down from its description, not from this code.</summary>
    [Theory]
    [InlineData(0, 3, "", "01 00 0000 03000000")]
    [InlineData(1, 65537, "", "01 01 0000 01000100")]
    [InlineData(2, 5, "hi", "01 02 0200 05000000 6869")]
    [InlineData(3, 0, "", "01 03 0000 00000000")]
    public void A_frame_has_the_layout_of_the_protocol(int command, uint stream, string data, string expected)
    {
        var bytes = new SmuxFrame((SmuxCommand)command, stream, System.Text.Encoding.ASCII.GetBytes(data)).Write();
        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData("02 00 0000 03000000")]
    [InlineData("01 04 0000 03000000")]
    public void Frames_of_another_version_are_an_error(string bytes) =>
        Assert.Throws<InvalidDataException>(() =>
        {
            ReadOnlyMemory<byte> left = Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal));
            SmuxFrame.Read(ref left);
        });

    /// <summary>Each stream carries a text to the other end, in pieces of random lengths, all at once.</summary>
    [Fact]
    public async Task What_comes_out_of_each_stream_is_what_went_in() => await Gen.Select(Gen.Byte.Array[0, 5000].Array[1, 8], Gen.Int[1, 3000]).TryAsync(async (texts, piece) =>
    {
        SmuxSession server = null!;
        var turn = new SemaphoreSlim(1);
        var client = new SmuxSession(isClient: true, bytes => InPieces(server, turn, bytes, piece));
        server = new SmuxSession(isClient: false, _ => Task.CompletedTask);
        var streams = new List<SmuxStream>();
        foreach (var text in texts) streams.Add(await client.OpenAsync());
        var sending = Task.WhenAll(streams.Zip(texts, (stream, text) => stream.JoinAsync(new MemoryStream(text), CancellationToken.None)));
        var got = new Dictionary<uint, byte[]>();
        foreach (var _ in texts)
        {
            var stream = await server.Opened.ReadAsync();
            var sink = new MemoryStream();
            await stream.JoinAsync(new Sink(sink), CancellationToken.None);
            got[stream.Id] = sink.ToArray();
        }

        await sending;
        Assert.Equal((0, 0), (client.Count, server.Count));
        Assert.All(streams.Zip(texts), pair => Assert.True(got[pair.First.Id].AsSpan().SequenceEqual(pair.Second)));
    }, iter: 100);

    private static async Task InPieces(SmuxSession to, SemaphoreSlim turn, ReadOnlyMemory<byte> bytes, int piece)
    {
        await turn.WaitAsync();
        try
        {
            for (var at = 0; at < bytes.Length; at += piece) await to.ReceiveAsync(bytes.Slice(at, Math.Min(piece, bytes.Length - at)));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A connection that takes what comes and from which nothing comes.</summary>
    private sealed class Sink(MemoryStream sink) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            sink.Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
