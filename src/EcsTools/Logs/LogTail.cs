using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Logs;

/// <summary>The last lines of a container that failed, for its error. They are omitted if they aren't available within a second.</summary>
internal static class LogTail
{
    private const int Count = 5, Length = 160;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The last lines that a container of a task wrote; none where it wrote none, or they can't be read.</summary>
    /// <param name="task">The task; null for none.</param>
    /// <param name="container">The container; null for none.</param>
    /// <param name="definitions">The containers in its task definition; null where ECS is asked for them.</param>
    /// <param name="calls">How ECS and CloudWatch Logs are asked.</param>
    public static async Task<IReadOnlyList<string>> Of(
        EcsTask? task, Container? container, IReadOnlyList<ContainerDefinition>? definitions, JobCalls calls)
    {
        if (task is null || container?.Name is null) return [];
        using var activity = Traces.Start(nameof(LogTail));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(calls.Until ?? calls.Connection.Cancellation);
        limit.CancelAfter(Limit);
        var bounded = calls with { Until = limit.Token };
        try
        {
            definitions ??= (await bounded.Send(
                Operations.DescribeTaskDefinition,
                new() { TaskDefinition = task.TaskDefinitionArn })).TaskDefinition?.ContainerDefinitions ?? [];
            var definition = definitions.FirstOrDefault(one => one.Name == container.Name);
            if (definition is null || Model.Logs.LogDestination.Of(definition, task, container) is not { } destination) return [];
            var lines = await new LogStreamReader(new(task, container.Name, destination), new(), bounded).Last(Count);
            return [.. lines.Select(line => line.Message)];
        }
        catch (Exception e) when (e is EcsException
            || (e is OperationCanceledException && !calls.Connection.Cancellation.IsCancellationRequested))
        {
            return []; // the error itself matters more
        }
    }

    /// <summary>" The log of web ends with: no disk", or nothing.</summary>
    public static string Sentence(string? container, IReadOnlyList<string> lines) =>
        lines.Count == 0
            ? ""
            : $" The log of {container} ends with: {Errors.Shorten(string.Join(" / ", lines.Select(line => line.Trim())), Length)}";
}
