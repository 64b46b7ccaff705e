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
            if (instances.Find(instance => instance.HasRoom(task)) is not { } instance) instances.Add(instance = new Bin(size));
            instance.Add(task);
        }

        return instances.Count;
    }

    /// <summary>An instance that is being packed.</summary>
    private sealed class Bin(InstanceSize left)
    {
        private readonly HashSet<HostPort> ports = [];
        private readonly HashSet<string> groups = [];
        private InstanceSize left = left;

        public bool HasRoom(PlacementRequest task) =>
            task.Requirements is var needs
            && needs.Cpu <= left.Cpu && needs.MemoryMiB <= left.MemoryMiB && needs.Gpus <= left.Gpus && needs.Enis <= left.Enis
            && !needs.HostPorts.Any(ports.Contains)
            && !(task.Constraints.DistinctInstance && groups.Contains(task.Group));

        public void Add(PlacementRequest task)
        {
            var needs = task.Requirements;
            left = new InstanceSize(left.Cpu - needs.Cpu, left.MemoryMiB - needs.MemoryMiB, left.Gpus - needs.Gpus, left.Enis - needs.Enis);
            ports.UnionWith(needs.HostPorts);
            groups.Add(task.Group);
        }
    }
}
