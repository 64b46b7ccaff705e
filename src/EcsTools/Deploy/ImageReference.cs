using System.Text.RegularExpressions;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>The image of a container: <c>host:5000/app:1.2@sha256:…</c>. A tag or a digest alone is of the image that is there.</summary>
internal static partial class ImageReference
{
    /// <summary>The image that is meant.</summary>
    /// <param name="given">An image, or the tag or digest of a later one: <c>2.0</c>, <c>:2.0</c>, <c>@sha256:…</c>.</param>
    /// <param name="present">The image that the container has now.</param>
    /// <exception cref="EcsException">It isn't an image, or it's a tag without a repository.</exception>
    public static string Changed(string given, string? present)
    {
        var later = Whole().IsMatch(given) && !Version().IsMatch(given) ? given
            : Suffix(given) is { } suffix ? Repository(present, given) + suffix
            : given;
        return Whole().IsMatch(later) ? later : throw new EcsException(
            "InvalidImage",
            $"'{given}' isn't an image. Specify repository:tag, as in shop/web:2.0, or only a tag or digest, as in 2.0, :latest or @sha256:….");
    }

    /// <summary>The suffix that a tag or a digest alone adds to the repository; null for other texts.</summary>
    private static string? Suffix(string given) => given switch
    {
        [':' or '@', ..] => given,
        _ when Digest().IsMatch(given) => $"@{given}",
        _ when Version().IsMatch(given) => $":{given}",
        _ => null,
    };

    private static string Repository(string? image, string given) => image is not null && Whole().Match(image) is { Success: true } match
        ? match.Groups["repository"].Value
        : throw new EcsException(
            "InvalidImage",
            $"'{given}' is a tag or a digest, and the container has no repository that it could be of. Specify the whole image, as in shop/web:2.0.");

    [GeneratedRegex(@"^(?<repository>([\w-]+(\.[\w-]+)*(:\d+)?/)?[\w.#-]+(/[\w.#-]+)*)(:\w[\w.-]{0,127})?(@\w+:[0-9A-Fa-f]{32,})?\z",
        RegexOptions.ECMAScript)]
    private static partial Regex Whole();

    /// <summary>A single word that begins as versions do. No image of that name is known; one can still be named with its tag.</summary>
    [GeneratedRegex(@"^(v?\d[\w.-]*|latest)\z", RegexOptions.ECMAScript)]
    private static partial Regex Version();

    [GeneratedRegex(@"^sha\d+:[0-9A-Fa-f]{32,}\z", RegexOptions.ECMAScript)]
    private static partial Regex Digest();
}
