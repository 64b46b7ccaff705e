using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Sessions;

/// <summary>Adds to the error of a session the containers that can be specified, and why the others can't run commands.</summary>
internal static class ContainerChoice
{
    public static async Task<EcsException> Explain(EcsException error, ExecuteCommandRequest request, JobCalls calls)
    {
        if (error.ErrorCode is not ("InvalidParameterException" or "TargetNotConnectedException") || await Describe(request, calls) is not { } task) return error;
        var problems = task.Containers!.ToDictionary(container => container.Name!, CommandChecks.AgentProblem);
        if (request.Container is null ? problems.Count == 1 && problems.Values.Single() is null : problems.TryGetValue(request.Container, out var own) && own is null) return error; // it isn't the container
        var able = problems.Where(one => one.Value is null).Select(one => one.Key).ToList();
        var choice = able.Count == 0 ? "No container of the task can run commands" : $"Specify -Container {string.Join(" or ", able)}";
        var unable = problems.Where(one => one.Value is not null).Select(one => $"{one.Key} can't run commands: {one.Value}");
        return error.With($"{error.Message.TrimEnd('.')}. {string.Join(". ", unable.Prepend(choice))}.");
    }

    /// <summary>The task with its containers; null if it isn't meant to run commands, which is another error.</summary>
    private static async Task<EcsTask?> Describe(ExecuteCommandRequest request, JobCalls calls)
    {
        try
        {
            var described = await calls.Send(Operations.DescribeTasks, new() { Cluster = request.Cluster, Tasks = [request.Task!] });
            return described.Tasks is [{ EnableExecuteCommand: true, Containers.Count: > 0 } task] ? task : null;
        }
        catch (EcsException)
        {
            return null; // the error itself matters more
        }
    }
}
