using EcsTools.Local.Engine;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Api;

/// <summary>Checks as ECS does, fills in what ECS fills in, and makes a revision.</summary>
internal sealed class RegisterTaskDefinitionHandler()
    : Handler<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>(Operations.RegisterTaskDefinition)
{
    protected override RegisterTaskDefinitionResponse Handle(Call call, RegisterTaskDefinitionRequest request)
    {
        var definition = Normalised(request);
        TaskDefinitionRules.Enforce(definition);
        Check.Tags(request.Tags);

        var families = call.Region.Families;
        if (!families.TryGetValue(definition.Family!, out var family)) families.Add(definition.Family!, family = new FamilyState());
        definition.Revision = ++family.LastRevision;
        definition.TaskDefinitionArn = call.Region.Arn($"task-definition/{definition.Family}:{definition.Revision}");
        definition.Status = TaskDefinitionStatus.Active;
        definition.RegisteredAt = call.Now.UtcDateTime;
        definition.RegisteredBy = call.Region.Root;
        var state = new TaskDefinitionState { Resource = definition, Tags = request.Tags ?? [] };
        state.Link(call.Region, family);
        family.Revisions.Add(definition.Revision.Value, state);
        return new() { TaskDefinition = definition, Tags = request.Tags };
    }

    // What ECS fills in: values that it has a default for, and empty lists.
    private static TaskDefinition Normalised(RegisterTaskDefinitionRequest request)
    {
        var definition = new TaskDefinition
        {
            Family = request.Family,
            TaskRoleArn = request.TaskRoleArn,
            ExecutionRoleArn = request.ExecutionRoleArn,
            NetworkMode = request.NetworkMode,
            ContainerDefinitions = request.ContainerDefinitions?.ConvertAll(container => Normalised(container, request.NetworkMode)),
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
        definition.Compatibilities = TaskDefinitionRules.Compatibilities(definition);
        return definition;
    }

    private static ContainerDefinition Normalised(ContainerDefinition container, string? networkMode)
    {
        var whole = container.Copy();
        whole.Cpu ??= 0;
        whole.Essential ??= true;
        whole.PortMappings = (container.PortMappings ?? []).ConvertAll(mapping => Normalised(mapping, networkMode));
        whole.Environment ??= [];
        whole.MountPoints ??= [];
        whole.VolumesFrom ??= [];
        whole.SystemControls ??= [];
        return whole;
    }

    private static PortMapping Normalised(PortMapping mapping, string? networkMode)
    {
        var whole = mapping.Copy();
        if (mapping.ContainerPortRange is null) whole.HostPort ??= networkMode is NetworkMode.Awsvpc or NetworkMode.Host ? mapping.ContainerPort : 0;
        whole.Protocol ??= TransportProtocol.Tcp;
        return whole;
    }
}
