using EcsTools.Text;

namespace EcsTools.Model;

/// <summary>ECS rejected a request or couldn't be reached, or a command failed for a reason of its own.</summary>
public class EcsException : Exception
{
    /// <summary>Creates an error with a code and a text: those of AWS, or the command's own.</summary>
    public EcsException(string errorCode, string message, Exception? inner = null)
        : base(Shown.Text(message), inner) => ErrorCode = errorCode;

    /// <summary>The same error with another text. This one becomes the inner exception.</summary>
    public EcsException With(string message) => message == Message ? this : new(ErrorCode, message, this)
    {
        StatusCode = StatusCode,
        RequestId = RequestId,
        Operation = Operation,
        Attempts = Attempts,
        MayBeDone = MayBeDone,
        CanRepeat = CanRepeat,
        IsThrottling = IsThrottling,
        Request = Request,
    };

    /// <summary>The error code, as in <c>ClusterNotFoundException</c>.</summary>
    public string ErrorCode { get; }

    /// <summary>The HTTP status; 0 when nothing answered.</summary>
    public int StatusCode { get; init; }

    /// <summary>The id that AWS gave the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>The operation's wire name.</summary>
    public string? Operation { get; init; }

    /// <summary>The request, for the names in it.</summary>
    internal IStructure? Request { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether ECS might have carried the request out, because an attempt of it was sent and not answered.</summary>
    public bool MayBeDone { get; init; }

    /// <summary>Whether the request can be sent again without doing anything twice.</summary>
    public bool CanRepeat { get; init; }

    /// <summary>Whether ECS asked to slow down.</summary>
    public bool IsThrottling { get; init; }
}
