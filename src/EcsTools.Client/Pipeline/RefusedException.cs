using System.Net;
using Amazon.Runtime;

namespace EcsTools.Client;

/// <summary>ECS's refusal, in the form that the SDK's retry policy understands.</summary>
internal sealed class RefusedException(string message, Exception? inner, string code, string? requestId, HttpStatusCode status)
    : AmazonServiceException(message, inner, ErrorType.Unknown, code, requestId, status)
{
    /// <summary>Whether ECS asked to slow down.</summary>
    public bool IsThrottling { get; set; }
}
