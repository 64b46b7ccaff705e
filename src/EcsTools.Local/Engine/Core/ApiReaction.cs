using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.Core;

/// <summary>What a call meets before it is handled.</summary>
internal sealed record ApiReaction(TimeSpan Latency, bool DropsConnection, EcsFault? Fault)
{
    private const string RateExceeded = "Rate exceeded";

    /// <summary>Lets a call meet what was said of its operation: each latency, and the first refusal.</summary>
    public static ApiReaction To(EcsEngine engine, BehaviorsState behaviors, string operation)
    {
        var latency = TimeSpan.Zero;
        foreach (var rule in behaviors.Api)
        {
            if (!rule.Meets(engine, operation)) continue;
            latency += rule.Behavior.Latency ?? TimeSpan.Zero;
            if (rule.Behavior.DropsConnection) return new(latency, true, null);
            if (Refusal(rule.Behavior) is { } fault) return new(latency, false, fault);
        }

        return new(latency, false, null);
    }

    private static EcsFault? Refusal(ApiBehavior behavior) => behavior switch
    {
        { ErrorCode: { } code } => new(code, behavior.ErrorMessage ?? Message(code), behavior.ErrorStatus ?? Status(code)),
        { CallsPerSecond: not null } => new(ApiBehavior.Throttling, RateExceeded),
        _ => null,
    };

    private static string Message(string code) => code == ApiBehavior.Throttling ? RateExceeded : $"A behavior of the local ECS returned {code}.";

    private static int Status(string code) => code switch
    {
        "ServerException" or "InternalFailure" => 500,
        "ServiceUnavailable" => 503,
        _ => 400,
    };
}
