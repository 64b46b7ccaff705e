namespace EcsTools.Local.Engine;

/// <summary>A document that is no state of the local ECS.</summary>
internal sealed class StateException(string message, Exception? inner = null) : Exception(message, inner);
