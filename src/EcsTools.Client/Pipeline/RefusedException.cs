using System.Net;

namespace EcsTools.Client;

/// <summary>An answer that refuses a request.</summary>
/// <param name="message">Why.</param>
/// <param name="code">The error code, AWS's or the name of the status.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="answered">When, by the clock of the endpoint; null if the answer does not say.</param>
internal sealed class RefusedException(string message, string code, HttpStatusCode status, DateTimeOffset? answered) : Exception(message)
{
    public string ErrorCode => code;

    public HttpStatusCode StatusCode => status;

    public DateTimeOffset? Answered => answered;

    /// <summary>Whether ECS asked to slow down.</summary>
    public bool IsThrottling => Throttled.Contains(code);

    /// <summary>The codes by which services of AWS ask to slow down.</summary>
    private static readonly HashSet<string> Throttled = new(StringComparer.OrdinalIgnoreCase)
    {
        "Throttling",
        "ThrottlingException",
        "ThrottledException",
        "RequestThrottledException",
        "TooManyRequestsException",
        "ProvisionedThroughputExceededException",
        "TransactionInProgressException",
        "RequestLimitExceeded",
        "BandwidthLimitExceeded",
        "LimitExceededException",
        "RequestThrottled",
        "SlowDown",
        "PriorRequestNotComplete",
    };
}
