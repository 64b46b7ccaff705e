using System.Text.Json.Serialization;
using EcsTools.Model;
using EcsTools.Model.Kms;
using EcsTools.Model.Logs;
using EcsTools.Model.Ssm;

namespace EcsTools.Local.Behaviors;

/// <summary>A behavior of API calls. A rejected call has no effect.</summary>
public sealed record ApiBehavior : IBehavior
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Target => BehaviorText.Target(this);

    /// <inheritdoc/>
    [JsonIgnore]
    public string Behavior => BehaviorText.Behavior(this);

    /// <summary>The operation. Takes the wildcards * and ?.</summary>
    public required string Operation { get; init; }

    /// <summary>The error to answer with.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The message of the error.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>
    /// The HTTP status of the error; Default: 500 for ServerException and InternalFailure, 503 for ServiceUnavailable, else 400.
    /// </summary>
    public int? ErrorStatus { get; init; }

    /// <summary>How many calls are let through in each second of the server's clock; those beyond are throttled.</summary>
    public int? CallsPerSecond { get; init; }

    /// <summary>How long a call takes, by the server's clock.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>Whether the connection is closed without an answer.</summary>
    public bool DropsConnection { get; init; }

    /// <summary>The probability that it applies to a call, from 0 to 1. Default: 1.</summary>
    public double? Probability { get; init; }

    /// <summary>The maximum number of calls that it applies to; null for all.</summary>
    public int? Count { get; init; }

    /// <summary>The number of calls that it has been applied to.</summary>
    [JsonPropertyName("met")]
    public int AppliedCount { get; init; }

    /// <summary>The error that clients take for being asked to call less often.</summary>
    public const string Throttling = "ThrottlingException";

    /// <summary>The operations that the local ECS serves: those of ECS, and of the services that it needs for logs and sessions.</summary>
    public static IReadOnlyList<Operation> Operations { get; } = [
        .. Model.Operations.All, .. LogsOperations.All, .. SsmOperations.All, .. KmsOperations.All,
    ];

    /// <summary>The errors that can be configured: those of ECS, and those of every AWS service.</summary>
    public static IReadOnlyList<string> ErrorCodes { get; } =
    [
        .. Operations.SelectMany(operation => operation.Errors)
            .Concat([
                Throttling, "ExpiredTokenException", "InternalFailure", "ServiceUnavailable", "UnrecognizedClientException",
                "ValidationError",
            ])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether nothing but the count of calls that have met it differs.</summary>
    internal bool IsSameRuleAs(ApiBehavior other) => this with { AppliedCount = other.AppliedCount } == other;

    internal bool IsUsedUp => AppliedCount >= Count;
}
