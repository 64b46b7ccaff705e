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

    /// <summary>Whether it only waits for its removal, so that nothing visible changes any more.</summary>
    [JsonIgnore]
    public abstract bool IsHousekeeping { get; }

    /// <summary>When it acted last, and how often since at the same moment.</summary>
    [JsonIgnore]
    public (DateTimeOffset At, int Times) Acted { get; set; }

    /// <summary>Its name in texts: an ARN if it has one.</summary>
    [JsonIgnore]
    public abstract string Title { get; }
}
