using EcsTools.Local.Engine.State;
using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Local.Api.DaemonTaskDefinitions;

/// <summary>Registers a revision.</summary>
internal sealed class RegisterDaemonTaskDefinitionHandler()
    : Handler<RegisterDaemonTaskDefinitionRequest, RegisterDaemonTaskDefinitionResponse>(Operations.RegisterDaemonTaskDefinition)
{
    protected override RegisterDaemonTaskDefinitionResponse Handle(Call call, RegisterDaemonTaskDefinitionRequest request)
    {
        DaemonDefinitionRules.Enforce(request);
        var definition = Normalised(request);

        var families = call.Region.DaemonFamilies;
        if (!families.TryGetValue(definition.Family!, out var family)) families.Add(definition.Family!, family = new DaemonFamilyState());
        definition.Revision = ++family.LastRevision;
        definition.DaemonTaskDefinitionArn = call.Region.Arn($"daemon-task-definition/{definition.Family}:{definition.Revision}");
        definition.Status = DaemonTaskDefinitionStatus.Active;
        definition.RegisteredAt = call.Now.UtcDateTime;
        definition.RegisteredBy = call.Region.Root;
        var revision = new DaemonDefinitionState { Resource = definition, Tags = request.Tags ?? [] };
        family.Revisions.Add(definition.Revision.Value, revision);
        revision.Link(call.Region);
        return new() { DaemonTaskDefinitionArn = definition.DaemonTaskDefinitionArn };
    }

    private static DaemonTaskDefinition Normalised(RegisterDaemonTaskDefinitionRequest request) => new()
    {
        Family = request.Family,
        TaskRoleArn = request.TaskRoleArn,
        ExecutionRoleArn = request.ExecutionRoleArn,
        ContainerDefinitions = request.ContainerDefinitions?.ConvertAll(Normalised),
        Volumes = request.Volumes ?? [],
        Cpu = TaskSize.Cpu(request.Cpu),
        Memory = TaskSize.Memory(request.Memory),
        PidMode = request.PidMode,
        IpcMode = request.IpcMode,
    };

    private static DaemonContainerDefinition Normalised(DaemonContainerDefinition container)
    {
        var whole = container.Copy();
        whole.Cpu ??= 0;
        whole.Essential ??= true;
        whole.Environment ??= [];
        whole.MountPoints ??= [];
        whole.SystemControls ??= [];
        return whole;
    }
}
