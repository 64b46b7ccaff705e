using System.Net.Sockets;
using Amazon.Runtime;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Turns what went wrong below into an error that says where, why, and what to do.</summary>
internal static class Failure
{
    public const string Timeout = "Timeout";
    public const string ConnectionFailed = "ConnectionFailed";

    /// <summary>The error code of an exception, AWS's or ours.</summary>
    public static string Code(Exception e) => e switch
    {
        EcsException known => known.ErrorCode,
        AmazonServiceException refused => refused.ErrorCode,
        TimeoutException or OperationCanceledException => Timeout,
        HttpRequestException or IOException or SocketException => ConnectionFailed,
        _ => e.GetType().Name,
    };

    /// <summary>The exception that callers see; null when this is no failure of the call but a mistake in the program.</summary>
    public static EcsException? Explain(Exception e, Exchange exchange) => e switch
    {
        EcsException known => known,
        RefusedException refused => exchange.Fail(refused.ErrorCode, refused.Message, refused, (int)refused.StatusCode, refused.IsThrottling),
        AmazonClientException sdk => exchange.Fail("ClientError", sdk.Message, sdk),
        _ => Code(e) switch
        {
            Timeout => exchange.Fail(Timeout, $"{exchange.Endpoint} did not answer in time. Check the network and try again.", e),
            ConnectionFailed => exchange.Fail(
                ConnectionFailed,
                $"No connection to {exchange.Endpoint}: {e.GetBaseException().Message} Check the region, the endpoint URL, the network and the proxy.",
                e),
            _ => null,
        },
    };
}
