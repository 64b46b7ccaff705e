namespace EcsTools.Local.Engine.State;

/// <summary>Which instances of a cluster have tasks of a group with the desired status RUNNING.</summary>
internal sealed class TaskGroups
{
    private readonly Dictionary<string, HashSet<InstanceState>> holders = new(StringComparer.Ordinal);

    public IEnumerable<InstanceState> Holders(string group) => holders.GetValueOrDefault(group) ?? [];

    public void Add(string group, InstanceState instance)
    {
        if (!holders.TryGetValue(group, out var instances)) holders.Add(group, instances = []);
        instances.Add(instance);
    }

    public void Remove(string group, InstanceState instance)
    {
        if (holders.TryGetValue(group, out var instances) && instances.Remove(instance) && instances.Count == 0) holders.Remove(group);
    }
}
