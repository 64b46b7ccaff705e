namespace EcsTools.Local.Behaviors;

/// <summary>What was said of a behavior does not make one.</summary>
public sealed class BehaviorException(string message) : Exception(message);
