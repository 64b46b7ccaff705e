using System.Buffers.Text;
using System.Text;

namespace EcsTools.Model.Sessions;

/// <summary>
/// Reads the output and the exit code of a command out of what its terminal shows, in whatever pieces that comes. The output is what the
/// command wrote, byte for byte.
/// </summary>
/// <param name="key">The random number that the shell in the container was given; null for a command without a shell, whose output is all
/// there is.</param>
/// <param name="write">Takes output.</param>
internal sealed class CommandOutput(string? key, TakeBytes write)
{
    /// <summary>The longest that can stand between the key and the end of the line.</summary>
    private const int LongestEnd = 8;

    /// <summary>How much is kept of what comes before the begin, where nothing but an error message is expected.</summary>
    private const int LongestPreface = 64 << 10;

    private const byte CarriageReturn = (byte)'\r', LineFeed = (byte)'\n';

    private readonly byte[] begin = Encoding.ASCII.GetBytes($"B{key}"), end = Encoding.ASCII.GetBytes($"E{key}:");
    private byte[] pending = [];
    private bool isCooked = true, hasReturn;

    /// <summary>Whether the command has begun.</summary>
    public bool HasBegun { get; private set; } = key is null;

    /// <summary>The exit code, when the command has ended.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>The output before the command began, for an error.</summary>
    public string Preface => HasBegun ? "" : Encoding.UTF8.GetString(pending);

    /// <summary>Takes what the terminal shows next.</summary>
    public void Add(ReadOnlySpan<byte> shown)
    {
        if (ExitCode is not null) return;
        byte[] all = [.. pending, .. shown];
        if (!HasBegun && !Begin(ref all))
        {
            pending = all[Math.Max(0, all.Length - LongestPreface)..];
            return;
        }

        pending = key is null ? [] : [.. Output(all)];
        if (key is null) Write(all);
    }

    /// <summary>No more comes.</summary>
    public void Complete()
    {
        if (HasBegun && ExitCode is null) Write(pending);
        if (hasReturn) write([CarriageReturn]);
        (pending, hasReturn) = ([], false);
    }

    /// <summary>
    /// Leaves what follows the line of the begin. The end of that line shows whether the terminal writes a carriage return before each line
    /// feed.
    /// </summary>
    private bool Begin(ref byte[] all)
    {
        var at = all.AsSpan().IndexOf(begin);
        var feed = at < 0 ? -1 : all.AsSpan(at).IndexOf(LineFeed);
        if (feed < 0) return false;
        HasBegun = true;
        isCooked = all[at + feed - 1] == CarriageReturn;
        all = all[(at + feed + 1)..];
        return true;
    }

    /// <summary>Writes what is output for certain, and returns what can be the beginning of the end.</summary>
    private ReadOnlySpan<byte> Output(ReadOnlySpan<byte> all)
    {
        while (true)
        {
            var at = all.IndexOf(end);
            var safe = at >= 0 ? at : Math.Max(0, all.Length - end.Length + 1);
            Write(all[..safe]);
            all = all[safe..];
            if (at < 0) return all;
            var line = all[end.Length..];
            var feed = line[..Math.Min(line.Length, LongestEnd)].IndexOf(LineFeed);
            if (feed < 0 && line.Length < LongestEnd) return all;
            if (feed > 0 && Utf8Parser.TryParse(line[..feed], out int code, out _))
            {
                if (hasReturn) write([CarriageReturn]);
                (ExitCode, hasReturn) = (code, false);
                return [];
            }

            Write(all[..end.Length]); // it only looks like the end
            all = line;
        }
    }

    /// <summary>Writes output, without the carriage returns that the terminal has added: one before each line feed.</summary>
    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (!isCooked)
        {
            write(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            if (hasReturn && bytes[0] != LineFeed) write([CarriageReturn]);
            hasReturn = false;
            var at = bytes.IndexOf(CarriageReturn);
            var text = at < 0 ? bytes : bytes[..at];
            if (!text.IsEmpty) write(text);
            bytes = at < 0 ? [] : bytes[(at + 1)..];
            hasReturn = at >= 0;
        }
    }
}

/// <summary>Takes some bytes.</summary>
internal delegate void TakeBytes(ReadOnlySpan<byte> bytes);
