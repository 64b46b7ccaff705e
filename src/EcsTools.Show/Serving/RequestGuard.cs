using System.Security.Cryptography;
using System.Text;
using EcsTools.Local.Http;
using EcsTools.Show.Timelines;

namespace EcsTools.Show.Serving;

/// <summary>
/// Lets through only what the page itself asks: on a loopback name, from no other origin, and with the key. The key is the first part of
/// the path, so that everything the page loads has it, and no cookie that other servers of this machine would see.
/// </summary>
internal sealed class RequestGuard(int port, string key)
{
    /// <summary>The headers of every answer: nothing from other hosts, no frames, no referrer, no copy on disk.</summary>
    public const string Headers =
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
        + "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: DENY\r\nCache-Control: no-store\r\n";

    private readonly string[] hosts = [$"127.0.0.1:{port}", $"localhost:{port}", $"[::1]:{port}"];

    /// <summary>A new key, of 192 random bits.</summary>
    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');

    /// <summary>Why a request is refused; null when it is let through. Then the rest of its path is given.</summary>
    public Answer? Refuse(HttpRequest request, out string path)
    {
        path = "";
        var host = request.Header("Host");
        if (host is null || !hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
            return Answer.Text(403, "The page is served on this computer's loopback address only.");
        if (request.Header("Origin") is { } origin && !origin.Equals($"http://{host}", StringComparison.OrdinalIgnoreCase))
            return Answer.Text(403, "Requests of other origins are rejected.");
        if (IsCrossSite(request)) return Answer.Text(403, "Requests of other sites are rejected.");
        var parts = request.Path[1..].Split('/', 2);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(parts[0]), Encoding.UTF8.GetBytes(key)))
            return Answer.Text(404, "Nothing is served without the key in the URL that Show-EcsCluster returned.");
        path = parts.Length == 2 ? parts[1] : "/";
        return null;
    }

    // A link on another site can be followed, because its author had the key. Requests that other sites load are rejected.
    private static bool IsCrossSite(HttpRequest request) =>
        request.Header("Sec-Fetch-Site") is not (null or "same-origin" or "none") && request.Header("Sec-Fetch-Dest") is not "document";
}
