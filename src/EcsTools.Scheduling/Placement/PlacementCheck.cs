namespace EcsTools.Scheduling.Placement;

/// <summary>Whether one instance can take one more task, and why not.</summary>
internal static class PlacementCheck
{
    /// <summary>
    /// The first obstacle to placing a task of the request on the instance, or null when it can go there.
    /// Whether the instance is ACTIVE is not asked: one that is not, is not looked at in the first place.
    /// </summary>
    public static PlacementObstacle? Obstacle(PlacementRequest request, IPlacementInstance instance)
    {
        if (!instance.AgentConnected) return PlacementObstacle.Agent;
        return Unsuitable(request, instance) ?? Lacking(request.Requirements, instance) ?? Forbidden(request, instance);
    }

    /// <summary>
    /// Whether tasks of the request belong on the instance at all, however full it is now: its attributes, its zone, what it must match.
    /// </summary>
    public static bool Suits(PlacementRequest request, IPlacementInstance instance) =>
        Unsuitable(request, instance) is null && request.Constraints.MemberOf.All(query => query.Matches(instance));

    private static PlacementObstacle? Unsuitable(PlacementRequest request, IPlacementInstance instance)
    {
        var needs = request.Requirements;
        foreach (var attribute in needs.Attributes)
        {
            if (!instance.TryGetAttribute(attribute.Name, out var value) || (attribute.Value is not null && attribute.Value != value))
                return PlacementObstacle.Attribute;
        }

        if (Differs(needs.OsFamily, InstanceAttributes.OsFamily, instance)
            || Differs(needs.CpuArchitecture, InstanceAttributes.CpuArchitecture, instance))
            return PlacementObstacle.Attribute;
        if (request.AvailabilityZones is { } zones
            && !(instance.TryGetAttribute(InstanceAttributes.AvailabilityZone, out var zone) && zones.Contains(zone)))
        {
            return PlacementObstacle.Location;
        }

        return null;
    }

    // Task definitions write X86_64 where agents write x86_64.
    private static bool Differs(string? wanted, string attribute, IPlacementInstance instance) =>
        wanted is not null && instance.TryGetAttribute(attribute, out var value)
            && !wanted.Equals(value, StringComparison.OrdinalIgnoreCase);

    private static PlacementObstacle? Lacking(TaskRequirements needs, IPlacementInstance instance)
    {
        if (needs.Cpu > instance.RemainingCpu) return PlacementObstacle.Cpu;
        if (needs.MemoryMiB > instance.RemainingMemoryMiB) return PlacementObstacle.Memory;
        if (needs.Gpus > instance.RemainingGpus) return PlacementObstacle.Gpu;
        foreach (var port in needs.HostPorts)
        {
            if (!instance.IsPortFree(port)) return PlacementObstacle.Ports;
        }

        return needs.Enis > instance.RemainingEnis ? PlacementObstacle.Eni : null;
    }

    private static PlacementObstacle? Forbidden(PlacementRequest request, IPlacementInstance instance)
    {
        foreach (var query in request.Constraints.MemberOf)
        {
            if (!query.Matches(instance)) return PlacementObstacle.MemberOf;
        }

        return request.Constraints.DistinctInstance && instance.TasksInGroup(request.Group) > 0 ? PlacementObstacle.DistinctInstance : null;
    }
}
