using System.Security.Cryptography;
using System.Text;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The digest that an image has when it is pulled. There are no images here, so it follows from the name.</summary>
internal static class ImageDigests
{
    public static string? Of(string? image) => image?.Split('@') switch
    {
        null => null,
        [_, var digest] => digest,
        _ => $"sha256:{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(image))).ToLowerInvariant()}",
    };
}
