using System.Buffers.Binary;

namespace EcsTools.Model.Sessions;

/// <summary>
/// A frame of smux, version 1, in which agents carry several connections over one session: version, command, length and stream, both
/// little-endian, and data.
/// </summary>
/// <param name="Command">The command.</param>
/// <param name="Stream">The number of the stream.</param>
/// <param name="Data">The data.</param>
internal readonly record struct SmuxFrame(SmuxCommand Command, uint Stream, ReadOnlyMemory<byte> Data)
{
    private const int HeaderLength = 8, CommandAt = 1, LengthAt = 2, StreamAt = 4;
    private const byte Version = 1;

    /// <summary>The bytes on the wire.</summary>
    public byte[] Write()
    {
        var bytes = new byte[HeaderLength + Data.Length];
        (bytes[0], bytes[CommandAt]) = (Version, (byte)Command);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(LengthAt), (ushort)Data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(StreamAt), Stream);
        Data.CopyTo(bytes.AsMemory(HeaderLength));
        return bytes;
    }

    /// <summary>Reads the frame at the beginning of some bytes.</summary>
    /// <param name="bytes">The bytes; what follows the frame is left of them.</param>
    /// <returns>The frame; null if it isn't complete.</returns>
    /// <exception cref="InvalidDataException">The bytes aren't a frame of version 1.</exception>
    public static SmuxFrame? Read(ref ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < HeaderLength) return null;
        if (span[0] != Version || span[CommandAt] > (byte)SmuxCommand.Nothing)
            throw new InvalidDataException("The agent speaks another protocol for ports.");
        var end = HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(span[LengthAt..]);
        if (span.Length < end) return null;
        var frame = new SmuxFrame(
            (SmuxCommand)span[CommandAt], BinaryPrimitives.ReadUInt32LittleEndian(span[StreamAt..]), bytes[HeaderLength..end]);
        bytes = bytes[end..];
        return frame;
    }
}

/// <summary>The commands of frames.</summary>
internal enum SmuxCommand : byte
{
    /// <summary>Opens a stream.</summary>
    Open = 0,

    /// <summary>Closes it, both ways.</summary>
    Close = 1,

    /// <summary>Carries data.</summary>
    Data = 2,

    /// <summary>Shows that the end is alive.</summary>
    Nothing = 3,
}
