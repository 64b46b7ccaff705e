using EcsTools.Local.Engine;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;
using EcsTools.Scheduling.Query;

namespace EcsTools.Local.Api;

/// <summary>What ECS takes as a task definition, and where it can run.</summary>
internal static class TaskDefinitionRules
{
    /// <summary>What ECS says where a revision that is to be changed is not there.</summary>
    public const string Missing = "The specified task definition does not exist. Specify a valid account, family, revision and try again.";

    private const int LongestStopOnFargate = 120;

    /// <exception cref="EcsFault">ECS would refuse it.</exception>
    public static void Enforce(TaskDefinition definition)
    {
        if (string.IsNullOrEmpty(definition.Family)) throw EcsFault.Client("Family should not be null or empty.");
        if (!Check.IsName(definition.Family)) throw EcsFault.Client("Family contains invalid characters.");
        Allowed(definition.NetworkMode, "networkMode", NetworkMode.Values);
        foreach (var compatibility in definition.RequiresCompatibilities ?? []) Allowed(compatibility, "requiresCompatibilities", Compatibility.Values);
        CheckContainers(definition);
        foreach (var constraint in definition.PlacementConstraints ?? []) CheckConstraint(constraint);
        if (definition.RequiresCompatibilities?.Contains(Compatibility.Fargate) == true) CheckFargate(definition);
    }

    public static List<string> Compatibilities(TaskDefinition definition)
    {
        if (definition.NetworkMode != NetworkMode.Awsvpc) return [Compatibility.External, Compatibility.Ec2];
        var isSized = definition.Cpu is not null && definition.Memory is not null;
        var isWindows = definition.RuntimePlatform?.OperatingSystemFamily?.StartsWith("WINDOWS", StringComparison.Ordinal) == true;
        var stopsInTime = definition.ContainerDefinitions?.All(container => container.StopTimeout is null or <= LongestStopOnFargate) != false;
        List<string> all = [Compatibility.Ec2];
        if (isSized && !isWindows) all.Add(Compatibility.ManagedInstances);
        if (stopsInTime && TaskSize.IsOfFargate(definition.Cpu, definition.Memory)) all.Add(Compatibility.Fargate);
        return all;
    }

    private static void CheckContainers(TaskDefinition definition)
    {
        if (definition.ContainerDefinitions is not { Count: > 0 } containers) throw EcsFault.Client("Container list cannot be empty.");
        foreach (var container in containers)
        {
            if (string.IsNullOrEmpty(container.Name)) throw EcsFault.Client("Container.name should not be null or empty.");
            if (!Check.IsName(container.Name)) throw EcsFault.Client("Container.name contains invalid characters.");
            if (string.IsNullOrEmpty(container.Image)) throw EcsFault.Client("Container.image should not be null or empty.");
            CheckMemory(definition, container);
            foreach (var mapping in container.PortMappings ?? []) CheckPort(definition, mapping);
        }

        if (containers.DistinctBy(container => container.Name).Count() < containers.Count)
            throw EcsFault.Client("Container names must be unique within a task definition.");
        if (!containers.Exists(container => container.Essential == true))
            throw EcsFault.Client("A task definition must have at least one essential container.");
        ContainerRules.Enforce(containers);
    }

    private static void CheckMemory(TaskDefinition definition, ContainerDefinition container)
    {
        if (definition.Memory is null && container.Memory is null && container.MemoryReservation is null)
            throw EcsFault.Client($"Invalid setting for container '{container.Name}'. At least one of 'memory' or 'memoryReservation' must be specified.");
        if (container.MemoryReservation > container.Memory)
            throw EcsFault.Client($"Invalid setting for container '{container.Name}'. 'memory' must be greater than or equal to 'memoryReservation'.");
    }

    private static void CheckPort(TaskDefinition definition, PortMapping mapping)
    {
        Allowed(mapping.Protocol, "protocol", TransportProtocol.Values);
        if (mapping.ContainerPort is < 0 or > 65535 || mapping.HostPort is < 0 or > 65535) throw EcsFault.Client("Ports must be between 0 and 65535.");
        if (definition.NetworkMode is NetworkMode.Awsvpc or NetworkMode.Host && mapping.HostPort != mapping.ContainerPort)
            throw EcsFault.Client($"When networkMode={definition.NetworkMode}, the host ports and container ports in port mappings must match.");
    }

    private static void CheckConstraint(TaskDefinitionPlacementConstraint constraint)
    {
        if (constraint.Type != "memberOf") throw EcsFault.Client($"constraint.type '{constraint.Type}' is not supported.");
        try
        {
            ClusterQuery.Parse(constraint.Expression ?? "");
        }
        catch (ClusterQueryException e)
        {
            throw EcsFault.Client($"Invalid constraint expression. {e.Message}");
        }
    }

    private static void CheckFargate(TaskDefinition definition)
    {
        if (definition.Cpu is null) throw EcsFault.Client("Fargate requires that 'cpu' be defined at the task level.");
        if (definition.Memory is null) throw EcsFault.Client("Fargate requires that 'memory' be defined at the task level.");
        if (definition.NetworkMode != NetworkMode.Awsvpc) throw EcsFault.Client("Fargate only supports network mode ‘awsvpc’.");
        if (!TaskSize.IsOfFargate(definition.Cpu, definition.Memory))
        {
            throw EcsFault.Client(
                $"No Fargate configuration exists for given values: {definition.Cpu} CPU, {definition.Memory} memory. "
                + "See the Amazon ECS documentation for the valid values.");
        }
    }

    private static void Allowed(string? value, string member, IReadOnlyList<string> values)
    {
        if (value is not null && !values.Contains(value)) throw EcsFault.Client($"{member} should be one of [{string.Join(',', values)}]");
    }
}
