using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The digest that an image has when it is pulled. There are no images here, so it follows from the name.</summary>
internal static class ImageDigests
{
    /// <summary>The digests by the text in a container definition, which all its containers share.</summary>
    private static readonly ConditionalWeakTable<string, string> Known = [];

    public static string? Of(string? image) => image is null ? null : Known.GetValue(image, Compute);

    private static string Compute(string image) => image.Split('@') is [_, var digest]
        ? digest
        : $"sha256:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(image))).ToLowerInvariant()}";
}
