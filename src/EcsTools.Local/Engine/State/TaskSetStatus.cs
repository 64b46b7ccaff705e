namespace EcsTools.Local.Engine.State;

/// <summary>The status of a task set. The API's model has no enum for it.</summary>
internal static class TaskSetStatus
{
    public const string Primary = "PRIMARY";
    public const string Active = "ACTIVE";
    public const string Draining = "DRAINING";
}
