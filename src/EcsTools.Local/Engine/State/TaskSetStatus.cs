namespace EcsTools.Local.Engine.State;

/// <summary>What a task set is to its service. The API's model has no enum for it.</summary>
internal static class TaskSetStatus
{
    public const string Primary = "PRIMARY";
    public const string Active = "ACTIVE";
    public const string Draining = "DRAINING";
}
