using System.Net.Sockets;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Converts an exception of the SDK into an error with the place, the reason, and a recommendation.</summary>
internal static class Failure
{
    public const string Timeout = "Timeout";

    /// <summary>The request was not sent.</summary>
    public const string ConnectionFailed = "ConnectionFailed";

    /// <summary>The request was sent, or may have been, and no answer came.</summary>
    public const string NoAnswer = "NoAnswer";

    public const string CredentialsNotFound = "CredentialsNotFound";

    /// <summary>The answer is not ECS's.</summary>
    public const string MalformedResponse = "MalformedResponse";

    /// <summary>The error code of an exception, AWS's or ours.</summary>
    public static string Code(Exception e) => e switch
    {
        EcsException known => known.ErrorCode,
        RefusedException refused => refused.ErrorCode,
        CredentialsException => CredentialsNotFound,
        TimeoutException or OperationCanceledException => Timeout,
        _ when IsNotSent(e) => ConnectionFailed,
        HttpRequestException or IOException or SocketException => NoAnswer,
        _ => e.GetType().Name,
    };

    /// <summary>Whether ECS might have carried out the attempt that failed so: it was sent, and ECS didn't reject it.</summary>
    public static bool MayBeDone(Exception e) => e switch
    {
        RefusedException refused => (int)refused.StatusCode >= 500 && !refused.IsThrottling,
        EcsException known => known.ErrorCode == MalformedResponse,
        _ => Code(e) is Timeout or NoAnswer,
    };

    /// <summary>The exception for callers; null for an error in the program.</summary>
    public static EcsException? Explain(Exception e, Exchange exchange)
    {
        exchange.MayBeDone |= MayBeDone(e);
        return e switch
        {
            EcsException { ErrorCode: MalformedResponse } malformed =>
                exchange.Fail(malformed.ErrorCode, malformed.Message + exchange.Doubt, e, malformed.StatusCode),
            EcsException known => known,
            RefusedException refused =>
                exchange.Fail(refused.ErrorCode, refused.Message + exchange.Doubt, refused, (int)refused.StatusCode, refused.IsThrottling),
            CredentialsException none => exchange.Fail(CredentialsNotFound, none.Message, none.InnerException),
            _ => Code(e) switch
            {
                Timeout => exchange.Fail(Timeout, $"{exchange.Endpoint} did not answer {exchange.Operation} in time.{exchange.Doubt}", e),
                NoAnswer =>
                    exchange.Fail(
                        NoAnswer,
                        $"{exchange.Endpoint} did not answer {exchange.Operation}: {Sentence(e.GetBaseException().Message)}{exchange.Doubt}",
                        e),
                ConnectionFailed => exchange.Fail(
                    ConnectionFailed,
                    $"No connection to {exchange.Endpoint}: {e.GetBaseException().Message} Check the region, the endpoint URL, the network and the proxy.{exchange.Doubt}",
                    e),
                _ => null,
            },
        };
    }

    /// <summary>Whether the connection failed before anything of the request was sent.</summary>
    private static bool IsNotSent(Exception e) => e is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static string Sentence(string text) => $"{text.Split(" (", 2)[0].TrimEnd('.')}.";
}
