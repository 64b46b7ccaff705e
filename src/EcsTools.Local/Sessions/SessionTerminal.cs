using System.Text;
using System.Threading.Channels;

namespace EcsTools.Local.Sessions;

/// <summary>
/// A terminal as Linux has it: shows what is typed, hands lines on, and puts a carriage return before each line feed, until a program asks
/// for it raw.
/// </summary>
internal sealed class SessionTerminal(ChannelReader<byte[]> typed, Func<ReadOnlyMemory<byte>, Task> show) : IDisposable
{
    private const byte Interrupt = 3, EndOfInput = 4, Backspace = 127;

    private readonly Channel<byte[]> ready = Channel.CreateUnbounded<byte[]>();
    private readonly List<byte> line = [];
    private CancellationTokenSource foreground = new();

    /// <summary>Whether input and output pass as they are, and nothing typed is shown.</summary>
    public bool IsRaw { get; set; }

    /// <summary>Takes what is typed, until the session ends.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await foreach (var bytes in typed.ReadAllAsync(cancellation))
        {
            if (IsRaw) ready.Writer.TryWrite(bytes);
            else await Type(bytes);
        }
    }

    /// <summary>What Ctrl+C ends from now on.</summary>
    public CancellationToken Foreground()
    {
        if (foreground.IsCancellationRequested)
        {
            foreground.Dispose();
            foreground = new();
        }

        return foreground.Token;
    }

    public void Dispose() => foreground.Dispose();

    /// <summary>The next line, without its end; null for the end of input.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        var bytes = await ready.Reader.ReadAsync(cancellation);
        return bytes.Length == 0 ? null : Encoding.UTF8.GetString(bytes).TrimEnd('\n');
    }

    /// <summary>Reads so many bytes, which nothing needs.</summary>
    public async Task SkipAsync(int count, CancellationToken cancellation)
    {
        while (count > 0) count -= (await ready.Reader.ReadAsync(cancellation)).Length;
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public Task WriteAsync(byte[] bytes) => show(IsRaw ? bytes : WithReturns(bytes));

    /// <summary>A line is shown before a program can read it: what the program then writes comes after it.</summary>
    private async Task Type(byte[] bytes)
    {
        var (echo, lines) = (new List<byte>(), new List<byte[]>());
        foreach (var one in bytes)
        {
            switch (one)
            {
                case Interrupt:
                    echo.AddRange("^C\n"u8.ToArray());
                    line.Clear();
                    lines.Clear(); // as Linux discards what was typed and not read
                    foreground.Cancel();
                    break;
                case EndOfInput when line.Count == 0: lines.Add([]); break;
                case Backspace when line.Count > 0:
                    line.RemoveAt(line.Count - 1);
                    echo.AddRange("\b \b"u8.ToArray());
                    break;
                case (byte)'\r' or (byte)'\n':
                    echo.Add((byte)'\n');
                    lines.Add([.. line, (byte)'\n']);
                    line.Clear();
                    break;
                default:
                    echo.Add(one);
                    line.Add(one);
                    break;
            }
        }

        if (echo.Count > 0) await show(WithReturns([.. echo]));
        foreach (var whole in lines) ready.Writer.TryWrite(whole);
    }

    private static byte[] WithReturns(byte[] bytes)
    {
        var feeds = bytes.AsSpan().Count((byte)'\n');
        if (feeds == 0) return bytes;
        var (result, at) = (new byte[bytes.Length + feeds], 0);
        foreach (var one in bytes)
        {
            if (one == '\n') result[at++] = (byte)'\r';
            result[at++] = one;
        }

        return result;
    }
}
