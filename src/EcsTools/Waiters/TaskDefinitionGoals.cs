using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The goals of waits for task definitions.</summary>
internal static class TaskDefinitionGoals
{
    /// <summary>That ECS has forgotten a deleted revision, which it does when nothing runs from it any more.</summary>
    public static Goal<TaskDefinition> Gone(TaskDefinition deleted) => new StatusGoal<TaskDefinition>(deleted.TaskDefinitionArn!, "Deleted task definition")
    {
        Describe = async (ids, calls) => (await Task.WhenAll(ids.Select(id => Describe(id, calls)))).SelectMany(found => found).ToList(),
        IdOf = seen => seen.TaskDefinitionArn,
        Status = seen => seen.Status,
        Done = [],
        IsEnd = true,
    };

    private static Task<IReadOnlyList<TaskDefinition>> Describe(string arn, JobCalls calls) =>
        Goal<TaskDefinition>.Alone(async () => (await calls.Send(Operations.DescribeTaskDefinition, new() { TaskDefinition = arn })).TaskDefinition);
}
