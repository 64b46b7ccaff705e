using EcsTools.Model.Logs;

namespace EcsTools.Logs;

/// <summary>A container of a task, and where its log is.</summary>
internal sealed record LogSource(EcsTask Task, string Container, LogDestination Destination);
