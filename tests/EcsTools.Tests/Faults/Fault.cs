namespace EcsTools.Tests.Faults;

/// <summary>A fault of one request on its way to ECS and back.</summary>
internal enum Fault
{
    /// <summary>The request arrives, and so does the answer.</summary>
    None,

    /// <summary>The connection breaks before anything of the request is read.</summary>
    CutBefore,

    /// <summary>The connection breaks while the request is being sent.</summary>
    CutWhileSending,

    /// <summary>ECS carries the request out, and the connection breaks before the answer.</summary>
    CutAfterwards,

    /// <summary>ECS carries the request out, and the connection breaks in the middle of the answer.</summary>
    CutInAnswer,

    /// <summary>The same, for a response without a length.</summary>
    CutInAnswerOfUnknownLength,

    /// <summary>ECS carries the request out and answers with a fault of its own.</summary>
    ServerError,

    /// <summary>A proxy answers with its page, after ECS has carried the request out.</summary>
    BadGateway,

    /// <summary>The service is unavailable; the request did not reach it.</summary>
    Unavailable,

    /// <summary>ECS carries the request out, and the answer is 200 without a body.</summary>
    EmptyAnswer,

    /// <summary>ECS carries the request out, and the answer is no JSON.</summary>
    Garbage,

    /// <summary>ECS carries the request out, and the answer's members have other types.</summary>
    WrongTypes,

    /// <summary>ECS asks to slow down.</summary>
    Throttled,

    /// <summary>The session token has expired.</summary>
    ExpiredToken,

    /// <summary>The clock of the machine is an hour late.</summary>
    ClockSkew,

    /// <summary>The answer is compressed.</summary>
    Compressed,

    /// <summary>The response has unknown members.</summary>
    UnknownMembers,
}
