using System.Text.Json.Serialization;

namespace EcsTools.Local.Engine.State;

/// <summary>How far a container is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContainerPhase>))]
internal enum ContainerPhase
{
    /// <summary>Not started: what it depends on is not far enough.</summary>
    Waiting,

    /// <summary>Being started.</summary>
    Starting,

    Running,

    /// <summary>Received SIGTERM, and still running.</summary>
    Stopping,

    Stopped,
}
