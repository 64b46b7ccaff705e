using System.Security.Cryptography;

namespace EcsTools.Model.Sessions;

/// <summary>
/// The encryption of a session with a data key of KMS: AES-256-GCM, with the nonce before each cipher text and the tag behind it. Several
/// threads can use it.
/// </summary>
internal sealed class SessionCipher : IDisposable
{
    /// <summary>The length of the data key: half for each direction.</summary>
    public const int KeyLength = 64;

    private const int NonceLength = 12, TagLength = 16;

    private readonly AesGcm encrypting, decrypting;

    /// <param name="key">The data key: what the client decrypts with, and then what it encrypts with.</param>
    /// <param name="isAgent">Whether it is the agent's end, which has the halves the other way round.</param>
    public SessionCipher(ReadOnlySpan<byte> key, bool isAgent)
    {
        var first = key[..(key.Length / 2)];
        var second = key[(key.Length / 2)..];
        decrypting = new AesGcm(isAgent ? second : first, TagLength);
        encrypting = new AesGcm(isAgent ? first : second, TagLength);
    }

    /// <summary>Whether payloads of a type are encrypted.</summary>
    public static bool Covers(PayloadType type) => type is PayloadType.Data or PayloadType.StandardError or PayloadType.ExitCode;

    public byte[] Encrypt(ReadOnlySpan<byte> text)
    {
        var result = new byte[NonceLength + text.Length + TagLength];
        var nonce = result.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        lock (encrypting)
            encrypting.Encrypt(nonce, text, result.AsSpan(NonceLength, text.Length), result.AsSpan(NonceLength + text.Length));
        return result;
    }

    /// <exception cref="CryptographicException">The cipher text isn't of this key.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> cipher)
    {
        if (cipher.Length < NonceLength + TagLength) throw new CryptographicException("The cipher text is too short.");
        var text = new byte[cipher.Length - NonceLength - TagLength];
        lock (decrypting) decrypting.Decrypt(cipher[..NonceLength], cipher.Slice(NonceLength, text.Length), cipher[^TagLength..], text);
        return text;
    }

    public void Dispose()
    {
        encrypting.Dispose();
        decrypting.Dispose();
    }
}
