namespace EcsTools.Local.Engine.State;

/// <summary>The tasks of a cluster by something that they never change: their family, or who started them.</summary>
internal sealed class TaskIndex(Func<TaskState, string?> keyOf)
{
    private readonly Dictionary<string, OrderedIndex<TaskState>> tasks = new(StringComparer.Ordinal);

    public OrderedIndex<TaskState> Of(string key) => tasks.GetValueOrDefault(key) ?? [];

    public void Add(TaskState task)
    {
        if (keyOf(task) is not { } key) return;
        if (!tasks.TryGetValue(key, out var list)) tasks.Add(key, list = []);
        list.Add(task);
    }

    public void Remove(TaskState task)
    {
        if (keyOf(task) is not { } key || !tasks.TryGetValue(key, out var list)) return;
        list.Remove(task);
        if (list.Count == 0) tasks.Remove(key);
    }
}
