using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Logs;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>Whether stopped tasks succeeded: each essential container exited with 0.</summary>
internal sealed class RunOutcome(JobCalls calls)
{
    private readonly Dictionary<string, IReadOnlyList<ContainerDefinition>> definitions = [];

    /// <summary>Writes a stopped task, and an error if it failed.</summary>
    public async Task Emit(EcsTask task)
    {
        await calls.Output.Object(task);
        var containers = await Containers(task.TaskDefinitionArn!);
        var culprit = (task.Containers ?? []).Find(container =>
            container.ExitCode is not 0 && containers.FirstOrDefault(one => one.Name == container.Name)?.Essential != false);
        if (culprit is null && task.StopCode != TaskStopCode.TaskFailedToStart) return;
        var id = culprit?.ExitCode is null ? "TaskFailedToStart" : "ContainerFailed";
        var lines = await LogTail.Of(task, culprit?.ExitCode is null ? null : culprit, containers, calls);
        var message =
            $"Task {Naming.ShortId(task.Id)} of {EcsArn.IdOf(task.TaskDefinitionArn!)}: {TaskEnd.Reason(task, culprit)}.{LogTail.Sentence(culprit?.Name, lines)}";
        await calls.Output.Error(Errors.Record(
            new EcsWaitException(id, message) { StoppedTasks = [task], LogLines = lines },
            ErrorCategory.InvalidResult,
            task,
            TaskEnd.Advice(task, culprit)));
    }

    /// <summary>The containers of a task definition; none if it can't be read.</summary>
    private async Task<IReadOnlyList<ContainerDefinition>> Containers(string definition)
    {
        if (definitions.TryGetValue(definition, out var known)) return known;
        try
        {
            return definitions[definition] = (await calls.Send(
                Operations.DescribeTaskDefinition, new() { TaskDefinition = definition })).TaskDefinition?.ContainerDefinitions ?? [];
        }
        catch (EcsException)
        {
            return [];
        }
    }
}
