using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace EcsTools.Client;

/// <summary>
/// Writes any request of ECS, or of another service of the model: AWS JSON 1.1, the operation in a header, signed with Signature Version 4.
/// </summary>
internal static class RequestWriter
{
    private const string ContentType = "application/x-amz-json-1.1", Algorithm = "AWS4-HMAC-SHA256", Terminator = "aws4_request";

    private static readonly string UserAgent =
        $"EcsTools/{typeof(RequestWriter).Assembly.GetName().Version!.ToString(3)} ua/2.1 os/{RuntimeInformation.RuntimeIdentifier} lang/.NET#{Environment.Version}";

    public static HttpRequestMessage Write(Exchange exchange, byte[] body, string region, ImmutableCredentials keys, DateTime now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, exchange.Endpoint) { Content = new ByteArrayContent(body) };
        var target = $"{exchange.Service.TargetPrefix}.{exchange.Operation}";
        var time = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var token = keys.UseToken ? keys.Token : null;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        if (token is not null) request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            Authorization(exchange, Canonical(exchange.Endpoint, body, time, target, token), token is not null, time, region, keys));
        return request;
    }

    private static string Authorization(
        Exchange exchange, string canonical, bool hasToken, string time, string region, ImmutableCredentials keys)
    {
        var (date, service) = (time[..8], exchange.Service.Host);
        var scope = $"{date}/{region}/{service}/{Terminator}";
        var key = Sign(Sign(Sign(Sign(Encoding.UTF8.GetBytes("AWS4" + keys.SecretKey), date), region), service), Terminator);
        var signature = Hex(Sign(key, $"{Algorithm}\n{time}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}"));
        return $"{Algorithm} Credential={keys.AccessKey}/{scope}, SignedHeaders={Signed(hasToken)}, Signature={signature}";
    }

    /// <summary>The text to sign: the parts of the request, in the order and form of Signature Version 4.</summary>
    private static string Canonical(Uri endpoint, byte[] body, string time, string target, string? token)
    {
        var path = string.Join('/', endpoint.AbsolutePath.Split('/').Select(Uri.EscapeDataString)); // encoded once more than on the wire
        return $"POST\n{path}\n\ncontent-type:{ContentType}\nhost:{endpoint.Authority}\nx-amz-date:{time}\n{(token is null ? "" : $"x-amz-security-token:{token}\n")}x-amz-target:{target}\n\n{Signed(token is not null)}\n{Hash(body)}";
    }

    private static string Signed(bool hasToken) =>
        hasToken ? "content-type;host;x-amz-date;x-amz-security-token;x-amz-target" : "content-type;host;x-amz-date;x-amz-target";

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] bytes) => Hex(SHA256.HashData(bytes));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
