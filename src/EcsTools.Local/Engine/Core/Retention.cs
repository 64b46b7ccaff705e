namespace EcsTools.Local.Engine.Core;

/// <summary>How long the local ECS keeps what has ended.</summary>
internal static class Retention
{
    /// <summary>Stopped tasks, deregistered instances and deleted capacity providers, which can still be described.</summary>
    public static readonly TimeSpan Ended = TimeSpan.FromHours(1);

    /// <summary>A deleted task definition, and again while something runs from it.</summary>
    public static readonly TimeSpan DeletedTaskDefinition = TimeSpan.FromMinutes(10);

    /// <summary>The time in which the same warning event of a service isn't repeated.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromHours(6);

    /// <summary>The client token of a RunTask request.</summary>
    public static readonly TimeSpan RunTaskToken = TimeSpan.FromHours(24);
}
