namespace EcsTools.Local.Behaviors;

/// <summary>Something that the local ECS was told to do otherwise than usual.</summary>
public interface IBehavior
{
    /// <summary>What it is about: <c>Container=app Family=web</c>.</summary>
    string Target { get; }

    /// <summary>What happens: <c>ExitAfter=30s ExitCode=1</c>.</summary>
    string Behavior { get; }
}
