using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The goals of waits for task definitions.</summary>
internal static class TaskDefinitionGoals
{
    /// <summary>ECS no longer returns a deleted revision, when nothing runs from it.</summary>
    public static Goal<TaskDefinition> Gone(TaskDefinition deleted) => new StatusGoal<TaskDefinition>(
        deleted.TaskDefinitionArn!, "Deleted task definition")
    {
        Describe = async (ids, calls) => (await Task.WhenAll(ids.Select(id => Describe(id, calls)))).SelectMany(found => found).ToList(),
        IdOf = seen => seen.TaskDefinitionArn,
        Status = seen => seen.Status,
        Done = [],
        IsEnd = true,
    };

    private static Task<IReadOnlyList<TaskDefinition>> Describe(string arn, JobCalls calls) =>
        Goal<TaskDefinition>.Alone(async () =>
            (await calls.Send(Operations.DescribeTaskDefinition, new() { TaskDefinition = arn })).TaskDefinition);
}
