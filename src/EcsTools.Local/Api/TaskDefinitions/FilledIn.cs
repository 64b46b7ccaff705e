using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Rules.TaskDefinitions;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Api.TaskDefinitions;

/// <summary>What ECS fills in when a task definition is registered: defaults, empty lists, and what follows from the rest.</summary>
internal static class FilledIn
{
    private const int LongestStopOnFargate = 120;

    public static TaskDefinition Whole(RegisterTaskDefinitionRequest request)
    {
        var mode = Definition.ModeOf(request);
        var definition = new TaskDefinition
        {
            Family = request.Family,
            TaskRoleArn = request.TaskRoleArn,
            ExecutionRoleArn = request.ExecutionRoleArn,
            NetworkMode = mode,
            ContainerDefinitions = request.ContainerDefinitions?.ConvertAll(container => Container(container, mode)),
            Volumes = request.Volumes ?? [],
            PlacementConstraints = request.PlacementConstraints ?? [],
            RequiresCompatibilities = request.RequiresCompatibilities,
            RuntimePlatform = request.RuntimePlatform,
            Cpu = TaskSize.Cpu(request.Cpu),
            Memory = TaskSize.Memory(request.Memory),
            InferenceAccelerators = request.InferenceAccelerators,
            PidMode = request.PidMode,
            IpcMode = request.IpcMode,
            ProxyConfiguration = request.ProxyConfiguration,
            EphemeralStorage = request.EphemeralStorage,
            EnableFaultInjection = request.EnableFaultInjection,
        };
        definition.Compatibilities = Compatibilities(definition);
        definition.RequiresAttributes = RequiredAttributes.Of(definition);
        return definition;
    }

    private static ContainerDefinition Container(ContainerDefinition container, string? networkMode)
    {
        var whole = container.Copy();
        whole.Cpu ??= 0;
        whole.Essential ??= true;
        whole.PortMappings = (container.PortMappings ?? []).ConvertAll(mapping => Port(mapping, networkMode));
        whole.Environment ??= [];
        whole.MountPoints ??= [];
        whole.VolumesFrom ??= [];
        whole.SystemControls ??= [];
        if (container.HealthCheck is { } check) whole.HealthCheck = Health(check);
        return whole;
    }

    private static PortMapping Port(PortMapping mapping, string? networkMode)
    {
        var whole = mapping.Copy();
        if (mapping.ContainerPortRange is null)
            whole.HostPort ??= networkMode is NetworkMode.Awsvpc or NetworkMode.Host ? mapping.ContainerPort : 0;
        whole.Protocol ??= TransportProtocol.Tcp;
        return whole;
    }

    private static HealthCheck Health(HealthCheck check)
    {
        var whole = check.Copy();
        whole.Interval ??= 30;
        whole.Timeout ??= 5;
        whole.Retries ??= 3;
        return whole;
    }

    // The required members are checked before.
    private static List<string> Compatibilities(TaskDefinition definition) =>
        [.. Possible(definition).Union(definition.RequiresCompatibilities ?? [])];

    private static List<string> Possible(TaskDefinition definition)
    {
        if (definition.NetworkMode != NetworkMode.Awsvpc) return [Compatibility.External, Compatibility.Ec2];
        var isSized = definition.Cpu is not null && definition.Memory is not null;
        var isWindows = definition.RuntimePlatform?.OperatingSystemFamily?.StartsWith("WINDOWS", StringComparison.Ordinal) == true;
        var stopsInTime = definition.ContainerDefinitions?.All(container =>
            container.StopTimeout is null or <= LongestStopOnFargate) != false;
        List<string> all = [Compatibility.Ec2];
        if (isSized && !isWindows) all.Add(Compatibility.ManagedInstances);
        if (stopsInTime && TaskSize.IsOfFargate(definition.Cpu, definition.Memory)) all.Add(Compatibility.Fargate);
        return all;
    }
}
