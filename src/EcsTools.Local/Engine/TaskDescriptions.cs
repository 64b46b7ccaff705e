using EcsTools.Model;

namespace EcsTools.Local.Engine;

/// <summary>What a task shows of itself where it isn't described.</summary>
internal static class TaskDescriptions
{
    /// <summary>What RunTask and StartTask answer: the health isn't known yet.</summary>
    public static EcsTask Started(this TaskState task)
    {
        var answer = task.Resource.Copy();
        answer.HealthStatus = null;
        return answer;
    }
}
