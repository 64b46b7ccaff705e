using System.Security.Cryptography;
using System.Text;

namespace EcsTools.Tests.Client;

/// <summary>Signature Version 4 as its specification describes it, from the server's side: what the Authorization header of a request ought to be.</summary>
internal sealed class SigV4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    private readonly Received request;
    private readonly string[] scope;
    private readonly string[] signedHeaders;

    public SigV4(Received request)
    {
        this.request = request;
        var header = request.Headers["authorization"];
        Assert.StartsWith(Algorithm + " ", header, StringComparison.Ordinal);
        var parts = header[(Algorithm.Length + 1)..].Split(',').Select(p => p.Trim().Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        scope = parts["Credential"].Split('/');
        signedHeaders = parts["SignedHeaders"].Split(';');
        Signature = parts["Signature"];
    }

    public string AccessKey => scope[0];

    public string Date => scope[1];

    public string Region => scope[2];

    public string Service => scope[3];

    public string Terminator => scope[4];

    public IReadOnlyList<string> SignedHeaders => signedHeaders;

    /// <summary>The signature that the request carries.</summary>
    public string Signature { get; }

    /// <summary>The signature that it ought to carry.</summary>
    public string Expected(string secretKey)
    {
        var hash = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest())));
        var toSign = string.Join('\n', Algorithm, request.Headers["x-amz-date"], string.Join('/', scope[1..]), hash);
        var key = new[] { Date, Region, Service, Terminator }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Hmac);
        return Hex(Hmac(key, toSign));
    }

    private string CanonicalRequest()
    {
        var url = request.RawUrl.Split('?', 2);
        var path = string.Join('/', url[0].Split('/').Select(Uri.EscapeDataString)); // encoded once more than on the wire
        var query = url.Length == 1 ? "" : string.Join('&', url[1].Split('&').Order(StringComparer.Ordinal));
        var headers = string.Concat(signedHeaders.Select(name => $"{name}:{request.Headers[name].Trim()}\n"));
        return string.Join('\n', request.Method, path, query, headers, string.Join(';', signedHeaders), Hex(SHA256.HashData(request.Body)));
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
