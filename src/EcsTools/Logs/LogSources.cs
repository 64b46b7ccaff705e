using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Model.Logs;

namespace EcsTools.Logs;

/// <summary>
/// Finds the logs of tasks by their task definitions, each of which is read once. Containers whose log isn't in CloudWatch Logs are named
/// once.
/// </summary>
internal sealed class LogSources(JobCalls calls)
{
    private readonly Dictionary<string, Task<List<ContainerDefinition>>> definitions = [];
    private readonly HashSet<string> reported = [];

    /// <summary>The logs of some tasks.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="containers">Which containers; null for all.</param>
    public async Task<IReadOnlyList<LogSource>> Of(IReadOnlyList<EcsTask> tasks, Func<string, bool>? containers)
    {
        foreach (var definition in tasks.Select(task => task.TaskDefinitionArn!).Distinct()) _ = Containers(definition); // side by side
        var sources = new List<LogSource>();
        foreach (var task in tasks) sources.AddRange(await Of(task, containers));
        return sources;
    }

    private async Task<IReadOnlyList<LogSource>> Of(EcsTask task, Func<string, bool>? containers)
    {
        try
        {
            var definitions = (await Containers(task.TaskDefinitionArn!)).Where(one => containers?.Invoke(one.Name!) != false).ToList();
            var found = definitions.ConvertAll(one => (Definition: one, Destination: Destination(task, one)));
            var elsewhere = found.Where(one => one.Destination is null).Select(one => one.Definition).ToList();
            foreach (var one in elsewhere) await Report(task, one, isAnyRead: elsewhere.Count < found.Count);
            if (found.Count == 0 && containers is not null) await NoSuchContainer(task);
            return [.. found
                .Where(one => one.Destination is not null)
                .Select(one => new LogSource(task, one.Definition.Name!, one.Destination!))];
        }
        catch (EcsException e) when (reported.Add(task.TaskDefinitionArn!))
        {
            await calls.Output.Error(e, EcsArn.IdOf(task.TaskDefinitionArn!));
            return [];
        }
        catch (EcsException)
        {
            return [];
        }
    }

    private static LogDestination? Destination(EcsTask task, ContainerDefinition definition) =>
        task.Containers?.Find(container => container.Name == definition.Name) is { } container
            ? LogDestination.Of(definition, task, container)
            : null;

    private Task<List<ContainerDefinition>> Containers(string definition)
    {
        if (!definitions.TryGetValue(definition, out var known)) definitions.Add(definition, known = Read(definition));
        return known;
    }

    private async Task<List<ContainerDefinition>> Read(string definition)
    {
        if (!EcsArn.TryParse(definition, out var arn) || arn.ResourceType != "daemon-task-definition")
            return (await calls.Send(
                Operations.DescribeTaskDefinition, new() { TaskDefinition = definition })).TaskDefinition?.ContainerDefinitions ?? [];
        var daemon = await calls.Send(Operations.DescribeDaemonTaskDefinition, new() { DaemonTaskDefinition = definition });
        return (daemon.DaemonTaskDefinition?.ContainerDefinitions ?? []).ConvertAll(one =>
            new ContainerDefinition { Name = one.Name, LogConfiguration = one.LogConfiguration });
    }

    /// <summary>A side-car without a log is worth a warning; a task without any, an error.</summary>
    private async Task Report(EcsTask task, ContainerDefinition container, bool isAnyRead)
    {
        // its name comes with its start
        if (container.LogConfiguration?.LogDriver == LogDriver.Awslogs && task.LastStatus != DesiredStatus.Stopped
            && task.StartedAt is null)
            return;
        var definition = EcsArn.IdOf(task.TaskDefinitionArn!);
        if (!reported.Add($"{definition}/{container.Name}")) return;
        var message =
            $"The log of container {container.Name} of {definition} isn't in CloudWatch Logs: {LogDriverText.Of(container.LogConfiguration, task.LaunchType == LaunchType.Fargate)}.";
        if (isAnyRead) await calls.Output.Warning(message);
        else
            await calls.Output.Error(Errors.Record(
                new EcsException("LogElsewhere", message),
                ErrorCategory.ResourceUnavailable,
                container.Name,
                "Read the log there, or set the log driver awslogs in the task definition."));
    }

    private async Task NoSuchContainer(EcsTask task)
    {
        var definition = EcsArn.IdOf(task.TaskDefinitionArn!);
        if (!reported.Add($"{definition}/")) return;
        var names = string.Join(", ", (await Containers(task.TaskDefinitionArn!)).Select(one => one.Name));
        await calls.Output.Error(Errors.Invalid(
            "ContainerNotFound",
            $"{definition} has no such container. Its containers are {names}.",
            definition,
            $"Specify -Container as one of {names}."));
    }
}
