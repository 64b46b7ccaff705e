using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EcsTools.Model.Sessions;

/// <summary>A message of the session protocol of Systems Manager, as it is sent over a WebSocket.</summary>
/// <param name="Type">One of <see cref="MessageTypes"/>.</param>
/// <param name="Sequence">The number of a data message; from 0, for each direction.</param>
/// <param name="Id">The ID of the message.</param>
/// <param name="PayloadType">The type of the payload.</param>
/// <param name="Payload">The payload.</param>
internal sealed record AgentMessage(string Type, long Sequence, Guid Id, PayloadType PayloadType, ReadOnlyMemory<byte> Payload)
{
    private const int TypeAt = 4;
    private const int TypeLength = 32;
    private const int SchemaAt = 36;
    private const int CreatedAt = 40;
    private const int SequenceAt = 48;
    private const int FlagsAt = 56;
    private const int IdAt = 64;
    private const int DigestAt = 80;
    private const int PayloadTypeAt = 112;
    private const int LengthAt = 116;
    private const int PayloadAt = 120;

    /// <summary>The bytes on the wire. All numbers are big-endian.</summary>
    public byte[] Write()
    {
        var bytes = new byte[PayloadAt + Payload.Length];
        var span = bytes.AsSpan();
        BinaryPrimitives.WriteInt32BigEndian(span, LengthAt);
        span.Slice(TypeAt, TypeLength).Fill((byte)' ');
        Encoding.ASCII.GetBytes(Type, span[TypeAt..]);
        BinaryPrimitives.WriteInt32BigEndian(span[SchemaAt..], 1);
        BinaryPrimitives.WriteInt64BigEndian(span[CreatedAt..], DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(span[SequenceAt..], Sequence);
        WriteId(span[IdAt..]);
        SHA256.HashData(Payload.Span, span[DigestAt..]);
        BinaryPrimitives.WriteInt32BigEndian(span[PayloadTypeAt..], (int)PayloadType);
        BinaryPrimitives.WriteInt32BigEndian(span[LengthAt..], Payload.Length);
        Payload.Span.CopyTo(span[PayloadAt..]);
        return bytes;
    }

    /// <summary>Reads a message; null if the bytes aren't a message, or the payload doesn't match its digest.</summary>
    public static AgentMessage? Read(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < PayloadAt) return null;
        var header = BinaryPrimitives.ReadInt32BigEndian(span);
        if (header < LengthAt || header > span.Length - sizeof(int)) return null;
        var payload = bytes[(header + sizeof(int))..];
        if (BinaryPrimitives.ReadInt32BigEndian(span[header..]) != payload.Length) return null;
        var type = Encoding.ASCII.GetString(span.Slice(TypeAt, TypeLength)).TrimEnd(' ', '\0');
        if (payload.Length > 0 && !span.Slice(DigestAt, SHA256.HashSizeInBytes).SequenceEqual(SHA256.HashData(payload.Span))) return null;
        return new(
            type,
            BinaryPrimitives.ReadInt64BigEndian(span[SequenceAt..]),
            ReadId(span[IdAt..]),
            (PayloadType)BinaryPrimitives.ReadInt32BigEndian(span[PayloadTypeAt..]),
            payload);
    }

    /// <summary>The low half of the ID comes first.</summary>
    private void WriteId(Span<byte> target)
    {
        Span<byte> id = stackalloc byte[16];
        Id.TryWriteBytes(id, bigEndian: true, out _);
        id[8..].CopyTo(target);
        id[..8].CopyTo(target[8..]);
    }

    private static Guid ReadId(ReadOnlySpan<byte> source)
    {
        Span<byte> id = stackalloc byte[16];
        source[..8].CopyTo(id[8..]);
        source.Slice(8, 8).CopyTo(id);
        return new Guid(id, bigEndian: true);
    }
}

/// <summary>The types of messages.</summary>
internal static class MessageTypes
{
    public const string Input = "input_stream_data";
    public const string Output = "output_stream_data";
    public const string Acknowledge = "acknowledge";
    public const string Closed = "channel_closed";
    public const string Start = "start_publication";
    public const string Pause = "pause_publication";
}

/// <summary>The type of the payload of a data message.</summary>
internal enum PayloadType
{
    /// <summary>None, in messages that carry no data.</summary>
    None = 0,

    /// <summary>Output of the command, or input for it.</summary>
    Data = 1,

    /// <summary>Why something failed.</summary>
    Error = 2,

    /// <summary>The size of the terminal.</summary>
    Size = 3,

    /// <summary>The agent asks what the client can do.</summary>
    HandshakeRequest = 5,

    /// <summary>The client answers.</summary>
    HandshakeResponse = 6,

    /// <summary>Data flows from now on.</summary>
    HandshakeComplete = 7,

    /// <summary>The agent checks the key of the client.</summary>
    ChallengeRequest = 8,

    /// <summary>The client proves it.</summary>
    ChallengeResponse = 9,

    /// <summary>A signal of four bytes: 2 ends the session.</summary>
    Flag = 10,

    /// <summary>Standard error, where it is apart.</summary>
    StandardError = 11,

    /// <summary>The exit code, where the agent sends one.</summary>
    ExitCode = 12,
}
