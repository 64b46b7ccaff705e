using System.Buffers;
using System.Globalization;
using System.Text;

namespace EcsTools.Local.Http;

/// <summary>
/// Reads the requests of a connection, one behind another. Nothing that a caller sends takes more memory than the limits.
/// </summary>
internal sealed class RequestReader(Stream stream)
{
    private const int LargestHead = 64 << 10, LargestBody = 64 << 20;
    private static readonly byte[] Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    private byte[] buffer = new byte[8 << 10];
    private int start, end, headLeft;

    /// <summary>The next request; null where the caller has no other.</summary>
    /// <exception cref="RefusedException">The input can't be read.</exception>
    public async ValueTask<HttpRequest?> ReadAsync()
    {
        headLeft = LargestHead;
        string? line;
        do line = await ReadLineAsync(isOptional: true);
        while (line is ""); // some callers end a body with an empty line
        if (line is null) return null;

        var parts = line.Split(' ');
        if (parts.Length != 3 || !parts[2].StartsWith("HTTP/1.", StringComparison.Ordinal))
            throw RefusedException.NoHttp("its first line isn't like 'POST / HTTP/1.1'");
        var headers = await ReadHeadersAsync();
        var body = await ReadBodyAsync(headers);
        var connection = headers.GetValueOrDefault("Connection") ?? (parts[2] == "HTTP/1.0" ? "close" : "");
        return new(parts[0], parts[1], headers, body) { IsLast = connection.Contains("close", StringComparison.OrdinalIgnoreCase) };
    }

    private async ValueTask<Dictionary<string, string>> ReadHeadersAsync()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw RefusedException.NoHttp("a header has no name");
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            if (!headers.TryAdd(name, value)) headers[name] += ", " + value;
        }

        return headers;
    }

    private async ValueTask<byte[]> ReadBodyAsync(Dictionary<string, string> headers)
    {
        var (coding, size) = (headers.GetValueOrDefault("Transfer-Encoding"), headers.GetValueOrDefault("Content-Length"));
        if (coding is null && size is null or "0") return [];
        var length = 0L;
        if (coding is null
            ? !TryParseSize(size, NumberStyles.None, out length)
            : size is not null || !coding.Equals("chunked", StringComparison.OrdinalIgnoreCase))
            throw RefusedException.NoHttp("the length of its body is missing");
        if (length > LargestBody) throw RefusedException.TooLarge();
        if (headers.GetValueOrDefault("Expect")?.Equals("100-continue", StringComparison.OrdinalIgnoreCase) == true)
            await stream.WriteAsync(Continue);
        if (coding is not null) return await ReadChunksAsync();
        var body = new byte[length];
        await FillAsync(body);
        return body;
    }

    private async ValueTask<byte[]> ReadChunksAsync()
    {
        var body = new ArrayBufferWriter<byte>();
        while (true)
        {
            headLeft = LargestHead;
            var line = await ReadLineAsync();
            if (!TryParseSize(line!.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, out var size))
                throw RefusedException.NoHttp("the length of a chunk of its body is missing");
            if (size > LargestBody - body.WrittenCount) throw RefusedException.TooLarge();
            if (size == 0) break;
            await FillAsync(body.GetMemory((int)size)[..(int)size]);
            body.Advance((int)size);
            if (await ReadLineAsync() is not "") throw RefusedException.NoHttp("a chunk of its body is longer than its length");
        }

        await ReadHeadersAsync(); // what may follow the last chunk
        return body.WrittenSpan.ToArray();
    }

    private static bool TryParseSize(string? text, NumberStyles styles, out long size) =>
        long.TryParse(text, styles, CultureInfo.InvariantCulture, out size) && size >= 0;

    /// <summary>A line without its end; null where nothing comes any more and nothing need come.</summary>
    private async ValueTask<string?> ReadLineAsync(bool isOptional = false)
    {
        var searched = 0;
        int length;
        while ((length = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n')) < 0)
        {
            searched = end - start;
            if (searched > headLeft) throw new RefusedException(Answer.Text(431, "The head of the request is larger than 64 KiB."));
            if (await ReadMoreAsync()) continue;
            return isOptional && searched == 0 ? null : throw RefusedException.CutShort();
        }

        length += searched;
        var line = Encoding.Latin1.GetString(buffer, start, length > 0 && buffer[start + length - 1] == '\r' ? length - 1 : length);
        start += length + 1;
        if ((headLeft -= length + 1) < 0) throw new RefusedException(Answer.Text(431, "The head of the request is larger than 64 KiB."));
        return line;
    }

    private async ValueTask<bool> ReadMoreAsync()
    {
        if (start == end) start = end = 0;
        if (end == buffer.Length)
        {
            var larger = start > 0 ? buffer : new byte[buffer.Length * 2];
            buffer.AsSpan(start, end - start).CopyTo(larger);
            (buffer, start, end) = (larger, 0, end - start);
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end));
        end += read;
        return read > 0;
    }

    private async ValueTask FillAsync(Memory<byte> target)
    {
        var there = Math.Min(target.Length, end - start);
        buffer.AsSpan(start, there).CopyTo(target.Span);
        start += there;
        if (await stream.ReadAtLeastAsync(target[there..], target.Length - there, throwOnEndOfStream: false) < target.Length - there)
            throw RefusedException.CutShort();
    }
}
