namespace EcsTools.Local.Behaviors;

/// <summary>A configured behavior of the local ECS.</summary>
public interface IBehavior
{
    /// <summary>Its subject: <c>Container=app Family=web</c>.</summary>
    string Target { get; }

    /// <summary>Its effect: <c>ExitAfter=30s ExitCode=1</c>.</summary>
    string Behavior { get; }
}
