using EcsTools.Local.Behaviors;
using EcsTools.Local.Engine.Core;

namespace EcsTools.Local.Engine.State;

/// <summary>A behavior of the API, and the calls that it has let through in the second that passes.</summary>
internal sealed class ApiBehaviorState
{
    public required ApiBehavior Behavior { get; set; }

    /// <summary>What decides whom a probability hits. Its own, so that calls without effect change no id of what comes after them.</summary>
    public ulong Random { get; set; }

    public DateTimeOffset? Second { get; set; }

    public int CallsInSecond { get; set; }

    /// <summary>Whether a call meets the behavior; if so, it is counted.</summary>
    public bool Meets(EcsEngine engine, string operation)
    {
        if (Behavior.IsUsedUp || !Wildcards.Match(Behavior.Operation, operation)) return false;
        if (Behavior.Probability is { } probability && Chance() >= probability) return false;
        if (Behavior.CallsPerSecond is { } limit && IsWithin(engine.Now, limit)) return false;
        Behavior = Behavior with { Met = Behavior.Met + 1 };
        return true;
    }

    private double Chance()
    {
        var random = new SeededRandom { State = Random };
        var chance = random.Source().NextDouble();
        Random = random.State;
        return chance;
    }

    private bool IsWithin(DateTimeOffset now, int limit)
    {
        if (now - Second is not { } age || age >= TimeSpan.FromSeconds(1)) (Second, CallsInSecond) = (now, 0);
        return ++CallsInSecond <= limit;
    }
}
