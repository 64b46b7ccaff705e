namespace EcsTools.Local.Api;

/// <summary>The launch types that ECS names when it refuses one.</summary>
internal static class LaunchTypes
{
    public static string[] All { get; } = ["EC2", "FARGATE", "EXTERNAL", "FMI", "MANAGED_INSTANCES"];
}
