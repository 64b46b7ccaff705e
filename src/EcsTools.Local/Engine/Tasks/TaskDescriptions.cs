using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Tasks;

/// <summary>The facts about a task outside of its description.</summary>
internal static class TaskDescriptions
{
    /// <summary>What RunTask and StartTask answer: the health isn't known yet.</summary>
    public static EcsTask Started(this TaskState task)
    {
        var answer = task.Resource.Copy();
        answer.HealthStatus = null;
        return answer;
    }

    /// <summary>
    /// What StopTask answers of a task that has stopped: which one it is and how it ended, but nothing that it consisted of.
    /// </summary>
    public static EcsTask Stopped(this TaskState task)
    {
        var answer = task.Resource.Copy();
        (answer.Attachments, answer.Containers, answer.Attributes, answer.Tags) = ([], [], [], []);
        (answer.Overrides, answer.HealthStatus, answer.Connectivity, answer.ConnectivityAt) = (null, null, null, null);
        return answer;
    }
}
