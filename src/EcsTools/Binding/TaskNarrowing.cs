using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// The tasks that belong to a piped object by more than ECS lists by. ECS lists by family, service and daemon; the revision or the capacity
/// provider of a task is checked afterwards.
/// </summary>
internal static class TaskNarrowing
{
    /// <summary>Sets what ECS lists by, and returns which of the listed tasks belong to the object; null where no tasks do.</summary>
    public static Func<EcsTask, bool>? Of(PipedObject piped, Action<string, object?> set)
    {
        switch (piped.Kind.Name)
        {
            case "TaskDefinition" when piped.Names("TaskDefinition") is string revision:
                set("Family", piped.Names("Family"));
                return task => EcsArn.IdOf(task.TaskDefinitionArn!) == EcsArn.IdOf(revision);
            case "ServiceRevision" when piped.Text("TaskDefinition") is { } revision:
                set("ServiceName", piped.Names("Service"));
                return task => task.TaskDefinitionArn == revision;
            case "DaemonRevision" when piped.Text("DaemonTaskDefinitionArn") is { } revision:
                set("DaemonName", piped.Names("Daemon"));
                return task => task.TaskDefinitionArn == revision;
            case "CapacityProvider" when piped.Names("CapacityProvider") is string provider:
                return task => task.CapacityProviderName == EcsArn.IdOf(provider);
            default:
                return null;
        }
    }
}
