using EcsTools.Local.Engine.State;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Forecast.Placement;

/// <summary>Why an instance cannot take a task: the obstacle with its amounts and names.</summary>
internal static class PlacementReason
{
    public static string Of(PlacementRequest request, InstanceState instance, PlacementObstacle obstacle)
    {
        IPlacementInstance left = instance;
        var needs = request.Requirements;
        return obstacle switch
        {
            PlacementObstacle.Agent => "its agent is not connected",
            PlacementObstacle.Attribute => Attribute(needs, instance),
            PlacementObstacle.Location =>
                $"it is in {instance.Zone ?? "no zone"}, the subnets are in {string.Join(", ", request.AvailabilityZones!.Order(StringComparer.Ordinal))}",
            PlacementObstacle.Cpu => $"needs {needs.Cpu} CPU units, {left.RemainingCpu} left",
            PlacementObstacle.Memory => $"needs {needs.MemoryMiB} MiB, {left.RemainingMemoryMiB} left",
            PlacementObstacle.Gpu => $"needs {needs.Gpus} GPUs, {left.RemainingGpus} left",
            PlacementObstacle.Ports => Port(needs.HostPorts.First(port => !left.IsPortFree(port)), instance),
            PlacementObstacle.Eni => "it has no network interface left",
            PlacementObstacle.MemberOf => $"it does not match {request.Constraints.MemberOf.First(query => !query.Matches(instance))}",
            PlacementObstacle.DistinctInstance => $"it has a task of {request.Group} already",
            _ => throw new ArgumentOutOfRangeException(nameof(obstacle)),
        };
    }

    private static string Attribute(TaskRequirements needs, InstanceState instance)
    {
        var wanted = needs.Attributes
            .Append(new(InstanceAttributes.OsFamily, needs.OsFamily))
            .Append(new(InstanceAttributes.CpuArchitecture, needs.CpuArchitecture));
        var missing = wanted.First(attribute =>
            !Has(instance, attribute) && (attribute.Value is not null || needs.Attributes.Contains(attribute)));
        return instance.TryGetAttribute(missing.Name, out var value)
            ? $"its {missing.Name} is {value}, not {missing.Value}"
            : $"it has no attribute {missing.Name}";
    }

    private static bool Has(InstanceState instance, RequiredAttribute attribute) =>
        instance.TryGetAttribute(attribute.Name, out var value)
            && (attribute.Value is null || attribute.Value.Equals(value, StringComparison.OrdinalIgnoreCase));

    private static string Port(HostPort port, InstanceState instance)
    {
        var user = instance.Tasks.FirstOrDefault(task => !task.IsStopped && task.Requirements.HostPorts.Contains(port));
        var name = port.Protocol == PortProtocol.Udp ? $"UDP port {port.Number}" : $"port {port.Number}";
        return user is null ? $"{name} is taken" : $"{name} is taken by task {user.Id} of {user.Resource.Group}";
    }
}
