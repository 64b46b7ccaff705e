using System.Text.Json.Serialization;

namespace EcsTools.Local.Engine.State;

/// <summary>
/// Something of the state that is due at a time, when the dispatcher knows who acts on it. It has at most one such time, so that the state
/// contains everything that is to come.
/// </summary>
internal abstract class Timed
{
    /// <summary>When it acts next; null when only a change from outside makes it act.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Its place among all that is due at the same moment.</summary>
    public long DueOrder { get; set; }

    /// <summary>Whether it only waits to be forgotten, so that nothing is left to happen to what people look at.</summary>
    [JsonIgnore]
    public abstract bool IsHousekeeping { get; }

    /// <summary>When it acted last, and how often since at the same moment.</summary>
    [JsonIgnore]
    public (DateTimeOffset At, int Times) Acted { get; set; }

    /// <summary>What it is, for people: an ARN where it has one.</summary>
    [JsonIgnore]
    public abstract string Title { get; }
}
