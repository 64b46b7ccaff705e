using System.Security.Cryptography;
using EcsTools.Model.Sessions;

namespace EcsTools.Local.Sessions;

/// <summary>Data keys as KMS makes them, under a key that this process alone has.</summary>
internal sealed class DataKeys : IDisposable
{
    private readonly SessionCipher cipher;

    public DataKeys()
    {
        var key = RandomNumberGenerator.GetBytes(SessionCipher.KeyLength / 2);
        cipher = new SessionCipher([.. key, .. key], isAgent: false);
    }

    /// <summary>A new key, and the same encrypted.</summary>
    public (byte[] Key, byte[] Encrypted) Generate(int length)
    {
        var key = RandomNumberGenerator.GetBytes(length);
        return (key, cipher.Encrypt(key));
    }

    /// <exception cref="CryptographicException">The key isn't from this process.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> encrypted) => cipher.Decrypt(encrypted);

    public void Dispose() => cipher.Dispose();
}
