using EcsTools.Local.Behaviors;

namespace EcsTools.Local.Engine.State;

/// <summary>A behavior of the API, and the calls that it has let through in the second that passes.</summary>
internal sealed class ApiBehaviorState
{
    public required ApiBehavior Behavior { get; set; }

    /// <summary>The random numbers for probabilities. They're separate, so that calls without effect don't change later IDs.</summary>
    public ulong Random { get; set; }

    public DateTimeOffset? Second { get; set; }

    public int CallsInSecond { get; set; }
}
