using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Engine.Core;

/// <summary>The effect of behaviors on a call before it's handled.</summary>
internal sealed record ApiReaction(TimeSpan Latency, bool DropsConnection, EcsFault? Fault)
{
    private const string RateExceeded = "Rate exceeded";

    /// <summary>Applies the behaviors of an operation to a call: each latency, and the first error.</summary>
    public static ApiReaction To(EcsEngine engine, BehaviorsState behaviors, string operation)
    {
        var latency = TimeSpan.Zero;
        foreach (var rule in behaviors.Api)
        {
            if (!Applies(engine, rule, operation)) continue;
            latency += rule.Behavior.Latency ?? TimeSpan.Zero;
            if (rule.Behavior.DropsConnection) return new(latency, true, null);
            if (Refusal(rule.Behavior) is { } fault) return new(latency, false, fault);
        }

        return new(latency, false, null);
    }

    /// <summary>Whether a behavior applies to a call; if so, the call is counted.</summary>
    private static bool Applies(EcsEngine engine, ApiBehaviorState rule, string operation)
    {
        if (rule.Behavior.IsUsedUp || !Wildcards.Match(rule.Behavior.Operation, operation)) return false;
        if (rule.Behavior.Probability is { } probability && Chance(rule) >= probability) return false;
        if (rule.Behavior.CallsPerSecond is { } limit && IsWithin(rule, engine.Now, limit)) return false;
        rule.Behavior = rule.Behavior with { AppliedCount = rule.Behavior.AppliedCount + 1 };
        return true;
    }

    private static double Chance(ApiBehaviorState rule)
    {
        var random = new SeededRandom { State = rule.Random };
        var chance = random.Source().NextDouble();
        rule.Random = random.State;
        return chance;
    }

    private static bool IsWithin(ApiBehaviorState rule, DateTimeOffset now, int limit)
    {
        if (now - rule.Second is not { } age || age >= TimeSpan.FromSeconds(1)) (rule.Second, rule.CallsInSecond) = (now, 0);
        return ++rule.CallsInSecond <= limit;
    }

    private static EcsFault? Refusal(ApiBehavior behavior) => behavior switch
    {
        { ErrorCode: { } code } => new(code, behavior.ErrorMessage ?? Message(code), behavior.ErrorStatus ?? Status(code)),
        { CallsPerSecond: not null } => new(ApiBehavior.Throttling, RateExceeded),
        _ => null,
    };

    private static string Message(string code) =>
        code == ApiBehavior.Throttling ? RateExceeded : $"A behavior of the local ECS returned {code}.";

    private static int Status(string code) => code switch
    {
        "ServerException" or "InternalFailure" => 500,
        "ServiceUnavailable" => 503,
        _ => 400,
    };
}
