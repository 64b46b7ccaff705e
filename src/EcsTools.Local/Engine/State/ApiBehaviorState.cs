using EcsTools.Local.Behaviors;

namespace EcsTools.Local.Engine.State;

/// <summary>A behavior of the API, and the calls that it has let through in the second that passes.</summary>
internal sealed class ApiBehaviorState
{
    public required ApiBehavior Behavior { get; set; }

    /// <summary>What decides whom a probability hits. Its own, so that calls without effect change no id of what comes after them.</summary>
    public ulong Random { get; set; }

    public DateTimeOffset? Second { get; set; }

    public int CallsInSecond { get; set; }
}
