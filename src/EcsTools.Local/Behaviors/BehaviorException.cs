namespace EcsTools.Local.Behaviors;

/// <summary>The settings of a behavior aren't valid.</summary>
public sealed class BehaviorException(string message) : Exception(message);
