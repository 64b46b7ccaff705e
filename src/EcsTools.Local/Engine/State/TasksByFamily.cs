namespace EcsTools.Local.Engine;

/// <summary>The tasks of a cluster by the family of their task definition.</summary>
internal sealed class TasksByFamily
{
    private readonly Dictionary<string, Numbered<TaskState>> tasks = new(StringComparer.Ordinal);

    public Numbered<TaskState> Of(string family) => tasks.GetValueOrDefault(family) ?? [];

    public void Add(TaskState task)
    {
        if (!tasks.TryGetValue(task.Family, out var family)) tasks.Add(task.Family, family = []);
        family.Add(task);
    }

    public void Remove(TaskState task) => Of(task.Family).Remove(task);
}
