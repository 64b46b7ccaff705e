using System.Buffers.Binary;
using System.Text;

namespace EcsTools.Model;

/// <summary>
/// Responses repeat strings: statuses, launch types, and the ARNs of clusters and task definitions are in every task. Strings that were
/// recently read on the same thread are reused, so a stream of tasks allocates half as many strings.
/// </summary>
internal static class RepeatedStrings
{
    /// <summary>A power of two, and enough that what is repeated outlives what is not.</summary>
    private const int Slots = 512;

    /// <summary>Longer texts are seldom the same, and not worth keeping.</summary>
    private const int Longest = 256;

    [ThreadStatic]
    private static string?[]? recent;

    /// <summary>The slot for a text, if it's worth keeping; the slot can hold another text.</summary>
    public static ref string? Slot(ReadOnlySpan<byte> text) => ref (recent ??= new string?[Slots])[Hash(text)];

    public static bool IsKept(ReadOnlySpan<byte> text) => text.Length <= Longest;

    /// <summary>Whether the text is this string. One that is not ASCII never is.</summary>
    public static bool Is(ReadOnlySpan<byte> text, string? kept) => kept is not null && Ascii.Equals(text, kept);

    /// <summary>By the length and the two ends, for names and ARNs differ there.</summary>
    private static int Hash(ReadOnlySpan<byte> text)
    {
        var (first, last) = text.Length >= sizeof(ulong)
            ? (BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]))
            : Ends(text);
        var mixed = (first ^ ulong.RotateLeft(last, 29) ^ (uint)text.Length) * 0x9E37_79B9_7F4A_7C15;
        return (int)(mixed >> 32) & (Slots - 1);
    }

    private static (ulong First, ulong Last) Ends(ReadOnlySpan<byte> text)
    {
        ulong all = 0;
        foreach (var unit in text) all = (all << 8) | unit;
        return (all, 0);
    }
}
