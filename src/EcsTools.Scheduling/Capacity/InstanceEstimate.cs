using EcsTools.Scheduling.Placement;

namespace EcsTools.Scheduling.Capacity;

/// <summary>How many further instances tasks need that wait for capacity.</summary>
internal static class InstanceEstimate
{
    /// <summary>
    /// Packs the tasks onto instances of one size, each onto the first that has room, and counts the instances. Constraints on what the
    /// instance must be are not asked; that some tasks may not share an instance is.
    /// </summary>
    /// <param name="tasks">The waiting tasks, without those that don't even fit on an empty instance.</param>
    /// <param name="size">The capacity of each instance.</param>
    public static int For(IEnumerable<PlacementRequest> tasks, InstanceSize size)
    {
        var instances = new List<Bin>();
        foreach (var task in tasks.Where(task => new Bin(size).HasRoom(task)))
        {
            if (instances.Find(instance => instance.HasRoom(task)) is not { } instance)
                instances.Add(instance = new Bin(size));
            instance.Add(task);
        }
        return instances.Count;
    }

    /// <summary>An instance that is being packed.</summary>
    private sealed class Bin(InstanceSize left)
    {
        private readonly HashSet<HostPort> _ports = [];
        private readonly HashSet<string> _groups = [];
        private InstanceSize _left = left;

        public bool HasRoom(PlacementRequest task) =>
            task.Requirements is var needs
            && needs.Cpu <= _left.Cpu && needs.MemoryMiB <= _left.MemoryMiB && needs.Gpus <= _left.Gpus && needs.Enis <= _left.Enis
            && !needs.HostPorts.Any(_ports.Contains)
            && !(task.Constraints.DistinctInstance && _groups.Contains(task.Group));

        public void Add(PlacementRequest task)
        {
            var needs = task.Requirements;
            _left = new InstanceSize(_left.Cpu - needs.Cpu, _left.MemoryMiB - needs.MemoryMiB, _left.Gpus - needs.Gpus, _left.Enis - needs.Enis);
            _ports.UnionWith(needs.HostPorts);
            _groups.Add(task.Group);
        }
    }
}
