using System.Text.Json.Serialization;

namespace EcsTools.Local.Engine.State;

/// <summary>The facts about a task that its service has already counted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaskOutcome>))]
internal enum TaskOutcome
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>It came to run.</summary>
    Ran,

    /// <summary>It was healthy.</summary>
    Healthy,

    /// <summary>It did not come to run, or a health check failed.</summary>
    Failed,
}
