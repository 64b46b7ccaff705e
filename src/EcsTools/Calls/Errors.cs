using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Calls;

/// <summary>
/// Errors as PowerShell shows them: the code as ID, a category, the item, and what to do next. All error records are created here.
/// </summary>
internal static class Errors
{
    private const string NoCredentials = "CredentialsNotFound";

    /// <summary>
    /// The number of characters that fit in three lines of 120 columns, without the shell's margin and the unused ends of lines where it
    /// doesn't break a word.
    /// </summary>
    private const int Glance = 300;

    public static ErrorRecord From(EcsException error, object? target, EcsCmdlet command) =>
        Record(error.With(Message(error, target)), Category(error), target, AdviceNames.Fill(Recommended(error, command), error.Request));

    private static string Recommended(EcsException error, EcsCmdlet command) => error switch
    {
        { MayBeDone: true } => Uncertainty.Advice(error),
        { ErrorCode: "AccessDeniedException" } => Advice.ForDenied(error.Operation),
        _ => Advice.For(error.ErrorCode, Own(error).Message, command),
    };

    /// <summary>The error as ECS gave it, without what this module added to its message.</summary>
    private static EcsException Own(EcsException error) => error.InnerException is EcsException inner ? Own(inner) : error;

    /// <summary>An item of a response's <c>failures</c>: ECS did the rest of the call.</summary>
    public static ErrorRecord From(Failure failure, string operation, EcsCmdlet command, object? target = null)
    {
        var reason = failure.Reason ?? "FAILED";
        // some operations give a sentence instead of a code
        var id = reason.Contains(' ', StringComparison.Ordinal) ? $"{operation}Failed" : reason;
        var isMissing = reason is "MISSING";
        var what = failure.Arn is { } arn ? Name(arn) : null;
        var text = isMissing
            ? $"{what} was not found{Explained(failure.Detail)}"
            : $"{(what is null ? "" : $"{what}: ")}{reason}{(failure.Detail is { } detail ? $" ({detail})" : "")}";
        return Record(
            new EcsException(id, text) { Operation = operation },
            isMissing ? ErrorCategory.ObjectNotFound : FailureCategory(reason),
            target ?? failure.Arn,
            isMissing ? Advice.ForMissing(operation, failure.Arn, command) : Advice.For(id, reason, command));
    }

    /// <summary>The end of a sentence: ": the reason.", or the name that was probably meant in a sentence of its own.</summary>
    private static string Explained(string? detail) => detail switch
    {
        null or "" => ".",
        _ when detail.EndsWith('?') => $". {detail}",
        _ => $": {detail}.",
    };

    public static ErrorRecord Invalid(string id, string message, object? target, string advice) =>
        Record(new EcsException(id, message), ErrorCategory.InvalidArgument, target, advice);

    /// <summary>A mistake of this module.</summary>
    public static ErrorRecord Unexpected(Exception error) =>
        Record(
            new EcsException("UnexpectedError", $"The command failed unexpectedly: {error.Message}", error),
            ErrorCategory.NotSpecified,
            null,
            "This is an error in EcsTools. Please report it with the output of Get-Error.");

    /// <summary>Whether the next call would fail the same way, so that continuing only repeats it.</summary>
    public static bool ConcernsEveryCall(EcsException error) =>
        error.ErrorCode is NoCredentials or "InvalidCredentials" or "ExpiredTokenException" or "UnrecognizedClientException"
            || IsRefusedSignature(error)
            || error.ErrorCode is "RegionNotFound" or "InvalidRegion" or "InvalidEndpoint" or "ProfileNotFound"
                or "InvalidProfile" or "InvalidConfiguration";

    /// <summary>Whether ECS refused the signature: the keys are wrong, or the clock is.</summary>
    private static bool IsRefusedSignature(EcsException error) =>
        error.ErrorCode is "InvalidSignatureException" or "SignatureDoesNotMatch" or "RequestTimeTooSkewed"
            or "RequestExpired" or "RequestInTheFuture";

    /// <summary>
    /// The one way to create an error record: its ID and text are those of the exception, the text on one line and at most so long that it
    /// is read at a glance.
    /// </summary>
    public static ErrorRecord Record(EcsException error, ErrorCategory category, object? target, string advice) =>
        new(
            error,
            error.ErrorCode,
            category,
            target)
        {
            ErrorDetails = new ErrorDetails(Shorten(error.Message)) { RecommendedAction = advice },
        };

    /// <summary>An error with texts that may be shown.</summary>
    public static ErrorRecord Safe(ErrorRecord error)
    {
        var (text, advice) = (error.ErrorDetails?.Message ?? error.Exception.Message, error.ErrorDetails?.RecommendedAction ?? "");
        if (Shown.Text(text) != text || Shown.Text(advice) != advice)
            error.ErrorDetails = new ErrorDetails(Shown.Text(text)) { RecommendedAction = Shown.Text(advice) };
        if (Shown.Text(error.CategoryInfo.TargetName) is var name && name != error.CategoryInfo.TargetName)
            error.CategoryInfo.TargetName = name;
        return error;
    }

    /// <summary>A text on one line, cut at a word where it is too long.</summary>
    public static string Shorten(string text, int length = Glance)
    {
        var line = text.AsSpan().IndexOfAny('\r', '\n') < 0
            ? text
            : string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (line.Length <= length) return line;
        var end = line.LastIndexOf(' ', length - 2);
        return $"{line[..(end > length / 2 ? end : length - 2)].TrimEnd(',', ';', '.', ':')} …";
    }

    /// <summary>Errors of ECS often don't name the resource.</summary>
    private static string Message(EcsException error, object? target) => target switch
    {
        string { Length: > 0 } name when !error.Message.Contains(EcsArn.IdOf(name), StringComparison.Ordinal) =>
            $"{EcsArn.IdOf(name)}: {error.Message}",
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
        NoCredentials or "InvalidCredentials" or "ExpiredTokenException" or "UnrecognizedClientException" =>
            ErrorCategory.AuthenticationError,
        _ when IsRefusedSignature(error) => ErrorCategory.AuthenticationError,
        "AccessDeniedException" => ErrorCategory.PermissionDenied,
        "InvalidParameterException" or "ClientException" or "SerializationException" or "RegionNotFound" or "InvalidRegion" or "InvalidEndpoint" or "InvalidProfile"
            or "InvalidConfiguration" => ErrorCategory.InvalidArgument,
        "ServiceNotActiveException" or "DaemonNotActiveException" or "BlockedException" or "NoUpdateAvailableException" =>
            ErrorCategory.InvalidOperation,
        "UnsupportedFeatureException" or "UnknownOperationException" or "PlatformTaskDefinitionIncompatibilityException" =>
            ErrorCategory.NotImplemented,
        "IncompleteAnswer" or "EndlessList" or "MalformedResponse" => ErrorCategory.ProtocolError,
        "ConnectionFailed" or "NoAnswer" => ErrorCategory.ConnectionError,
        "SessionFailed" or "SessionNoAnswer" => ErrorCategory.ConnectionError,
        "NoShell" => ErrorCategory.NotImplemented,
        "CommandTimeout" or "Timeout" or "WaitTimeout" => ErrorCategory.OperationTimeout,
        var code when code.Contains("NotFound", StringComparison.Ordinal) || code is "PlatformUnknownException" =>
            ErrorCategory.ObjectNotFound,
        var code when code.Contains("LimitExceeded", StringComparison.Ordinal) => ErrorCategory.LimitsExceeded,
        var code when code.StartsWith("ClusterContains", StringComparison.Ordinal)
            || code is "ResourceInUseException" or "ConflictException" or "UpdateInProgressException" =>
            ErrorCategory.ResourceBusy,
        _ => ErrorCategory.NotSpecified,
    };
}
