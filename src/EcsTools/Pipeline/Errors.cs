using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Pipeline;

/// <summary>ECS's errors as PowerShell's: the code as id, a category, the item, and what to do next.</summary>
internal static class Errors
{
    private const string NoCredentials = "CredentialsNotFound";

    public static ErrorRecord From(EcsException error, object? target, EcsCommand command) =>
        Record(error, error.ErrorCode, Category(error), target, Message(error, target), Advice.For(error.ErrorCode, error.Message, command));

    /// <summary>An item of a response's <c>failures</c>: ECS did the rest of the call.</summary>
    public static ErrorRecord From(Failure failure, string operation, EcsCommand command, object? target = null)
    {
        var reason = failure.Reason ?? "FAILED";
        var id = reason.Contains(' ', StringComparison.Ordinal) ? $"{operation}Failed" : reason; // some operations give a sentence instead of a code
        var isMissing = reason is "MISSING";
        var what = failure.Arn is { } arn ? Name(arn) : null;
        var text = isMissing ? $"{what} was not found{(failure.Detail is { } why ? $": {why}" : "")}." : $"{(what is null ? "" : $"{what}: ")}{reason}{(failure.Detail is { } detail ? $" ({detail})" : "")}";
        return Record(new EcsException(id, text) { Operation = operation }, id, isMissing ? ErrorCategory.ObjectNotFound : FailureCategory(reason), target ?? failure.Arn, text, Advice.For(id, reason, command));
    }

    public static ErrorRecord Invalid(string id, string message, object? target, string advice) =>
        Record(new ArgumentException(message), id, ErrorCategory.InvalidArgument, target, message, advice);

    /// <summary>Whether the next call would fail the same way, so that going on only repeats it.</summary>
    public static bool ConcernsEveryCall(EcsException error) =>
        error.ErrorCode is NoCredentials or "InvalidCredentials" or "ExpiredTokenException" or "UnrecognizedClientException" or "InvalidSignatureException"
            or "RegionNotFound" or "InvalidRegion" or "InvalidEndpoint" or "ProfileNotFound" or "InvalidProfile" or "InvalidConfiguration";

    public static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target, string message, string advice) =>
        new(exception, id, category, target) { ErrorDetails = new ErrorDetails(message) { RecommendedAction = advice } };

    /// <summary>ECS often does not say which thing it means.</summary>
    private static string Message(EcsException error, object? target) => target switch
    {
        string { Length: > 0 } name when !error.Message.Contains(EcsArn.IdOf(name), StringComparison.Ordinal) => $"{EcsArn.IdOf(name)}: {error.Message}",
        IReadOnlyList<string> { Count: > 1 } names => $"{EcsArn.IdOf(names[0])} and {names.Count - 1} more: {error.Message}",
        _ => error.Message,
    };

    private static string Name(string arnOrName) => EcsArn.TryParse(arnOrName, out var arn)
        ? $"The {arn.ResourceType.Replace('-', ' ')} '{arn.Id}'{(arn.Cluster is { } cluster && arn.ResourceType != "cluster" ? $" in cluster '{cluster}'" : "")}"
        : $"'{arnOrName}'";

    private static ErrorCategory FailureCategory(string reason) =>
        reason.StartsWith("RESOURCE", StringComparison.Ordinal) ? ErrorCategory.ResourceUnavailable : ErrorCategory.InvalidOperation;

    private static ErrorCategory Category(EcsException error) => error.ErrorCode switch
    {
        _ when error.IsThrottling => ErrorCategory.LimitsExceeded,
        NoCredentials or "InvalidCredentials" or "ExpiredTokenException" or "UnrecognizedClientException" or "InvalidSignatureException" => ErrorCategory.AuthenticationError,
        "AccessDeniedException" => ErrorCategory.PermissionDenied,
        "InvalidParameterException" or "ClientException" or "SerializationException" or "RegionNotFound" or "InvalidRegion" or "InvalidEndpoint" or "InvalidProfile"
            or "InvalidConfiguration" => ErrorCategory.InvalidArgument,
        "ServiceNotActiveException" or "DaemonNotActiveException" or "BlockedException" or "NoUpdateAvailableException" => ErrorCategory.InvalidOperation,
        "UnsupportedFeatureException" or "UnknownOperationException" or "PlatformTaskDefinitionIncompatibilityException" => ErrorCategory.NotImplemented,
        "ConnectionFailed" => ErrorCategory.ConnectionError,
        "Timeout" => ErrorCategory.OperationTimeout,
        var code when code.Contains("NotFound", StringComparison.Ordinal) || code is "PlatformUnknownException" => ErrorCategory.ObjectNotFound,
        var code when code.Contains("LimitExceeded", StringComparison.Ordinal) => ErrorCategory.LimitsExceeded,
        var code when code.StartsWith("ClusterContains", StringComparison.Ordinal) || code is "ResourceInUseException" or "ConflictException" or "UpdateInProgressException" => ErrorCategory.ResourceBusy,
        _ => ErrorCategory.NotSpecified,
    };
}
