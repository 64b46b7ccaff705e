using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskProtection;

/// <summary>Tasks as the operations on their protection see them.</summary>
internal static class ProtectedTasks
{
    /// <summary>Why a task has no protection to speak of; null when it can have one.</summary>
    public static string? Refusal(TaskState? task) => task switch
    {
        null => "MISSING",
        { ServiceName: null } or { IsStopped: true } => "TASK_NOT_VALID",
        _ => null,
    };

    public static ProtectedTask Describe(Call call, TaskState task)
    {
        var isProtected = task.ProtectedUntil > call.Now;
        return new()
        {
            TaskArn = task.Resource.TaskArn,
            ProtectionEnabled = isProtected,
            ExpirationDate = isProtected ? task.ProtectedUntil!.Value.UtcDateTime : null,
        };
    }
}
