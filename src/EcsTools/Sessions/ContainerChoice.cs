using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Sessions;

/// <summary>Adds to the error of a session the containers that can be specified, and why the others can't run commands.</summary>
internal static class ContainerChoice
{
    public static async Task<EcsException> Explain(EcsException error, ExecuteCommandRequest request, JobCalls calls)
    {
        if (error.ErrorCode is not ("InvalidParameterException" or "TargetNotConnectedException")
            || await Describe(request, calls) is not { } task)
            return error;
        // else it isn't the container
        return Find(task, request.Container) is null ? error.With($"{error.Message.TrimEnd('.')}. {Choices(task)}") : error;
    }

    /// <summary>The container of a task that a session leads to: the named one, or the only one.</summary>
    /// <exception cref="EcsException">There is no such container, or it has no agent.</exception>
    public static Container Of(EcsTask task, string? name)
    {
        if (task.EnableExecuteCommand != true)
            throw new EcsException("CommandsNotEnabled", "The task was started without -EnableExecuteCommand.");
        if (Find(task, name) is { RuntimeId: not null } found) return found;
        var problem = name is null ? task.Containers is { Count: > 1 } ? "The task has several containers. " : ""
            : task.Containers?.Exists(one => one.Name == name) == true ? ""
            : $"The task has no container {name}. ";
        throw new EcsException("ContainerNotConnected", problem + Choices(task));
    }

    private static Container? Find(EcsTask task, string? name) =>
        task.Containers?.Find(one =>
            (name is null ? task.Containers.Count == 1 : one.Name == name) && CommandChecks.AgentProblem(one) is null);

    private static string Choices(EcsTask task)
    {
        var problems = (task.Containers ?? [])
            .Select(container => (container.Name, Problem: CommandChecks.AgentProblem(container)))
            .ToList();
        var able = problems.Where(one => one.Problem is null).Select(one => one.Name).ToList();
        var choice = able.Count == 0 ? "No container of the task can run commands" : $"Specify -Container {string.Join(" or ", able)}";
        return string.Join(
            ". ",
            problems
                .Where(one => one.Problem is not null)
                .Select(one => $"{one.Name} can't run commands: {one.Problem}")
                .Prepend(choice)) + ".";
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
