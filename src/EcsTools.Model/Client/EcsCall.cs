namespace EcsTools.Model;

/// <summary>A completed call, for <c>-Verbose</c>. It contains nothing from the request.</summary>
/// <param name="Operation">The operation's wire name.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Elapsed">From the first attempt's start to the last one's end.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="RequestId">The id that AWS gave the last attempt; null when nothing answered.</param>
/// <param name="ErrorCode">The error code; null when it succeeded.</param>
public sealed record EcsCall(string Operation, Uri? Endpoint, TimeSpan Elapsed, int Attempts, string? RequestId, string? ErrorCode);

/// <summary>An attempt that failed and is made again.</summary>
/// <param name="Operation">The operation's wire name.</param>
/// <param name="Attempt">The number of the attempt that failed, from 1.</param>
/// <param name="ErrorCode">Why it failed.</param>
/// <param name="IsThrottling">Whether ECS asked to slow down.</param>
public sealed record EcsRetry(string Operation, int Attempt, string ErrorCode, bool IsThrottling);
