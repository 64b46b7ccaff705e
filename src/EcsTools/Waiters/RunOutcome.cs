using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Waiters;

/// <summary>Whether stopped tasks did what they were run for: each essential container ended with 0.</summary>
internal sealed class RunOutcome(Calls calls)
{
    private readonly Dictionary<string, HashSet<string>> optional = [];

    /// <summary>Emits a stopped task, and an error where it failed.</summary>
    public async Task Emit(EcsTask task)
    {
        await calls.Output.Object(task);
        var others = await Optional(task.TaskDefinitionArn!);
        var culprit = (task.Containers ?? []).Find(container => container.ExitCode is not 0 && !others.Contains(container.Name ?? ""));
        if (culprit is null && task.StopCode != TaskStopCode.TaskFailedToStart) return;
        var id = culprit?.ExitCode is null ? "TaskFailedToStart" : "ContainerFailed";
        var message = $"{TaskEnd.Tell(task)}.";
        await calls.Output.Error(Errors.Record(new EcsException(id, message), id, ErrorCategory.InvalidResult, task, message, TaskEnd.Advice(task, culprit)));
    }

    /// <summary>The containers of a task definition that may fail. Where it may not be read, none.</summary>
    private async Task<HashSet<string>> Optional(string definition)
    {
        if (optional.TryGetValue(definition, out var known)) return known;
        try
        {
            var described = await calls.Send(Operations.DescribeTaskDefinition, new() { TaskDefinition = definition });
            var containers = described.TaskDefinition?.ContainerDefinitions ?? [];
            return optional[definition] = [.. containers.Where(container => container.Essential == false).Select(container => container.Name!)];
        }
        catch (EcsException)
        {
            return [];
        }
    }
}
