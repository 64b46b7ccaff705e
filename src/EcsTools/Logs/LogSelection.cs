using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Logs;

/// <summary>The tasks whose logs are read: the named ones, or those that ECS lists.</summary>
internal sealed record LogSelection
{
    public string? Cluster { get; init; }

    /// <summary>IDs or ARNs; empty where the tasks are listed.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The listed resources.</summary>
    public ListTasksRequest List { get; init; } = new();

    /// <summary>Which of the listed tasks; null for all.</summary>
    public Func<EcsTask, bool>? Only { get; init; }

    /// <summary>The containers of the tasks, by name or wildcards; null for all.</summary>
    public Func<string, bool>? Containers { get; init; }

    /// <summary>The tasks as they are now, with those that stopped within the last hour.</summary>
    public async Task<IReadOnlyList<EcsTask>> Find(JobCalls calls, bool isFirst)
    {
        if (Ids.Count == 0) return await Listed(calls, DesiredStatus.Running, DesiredStatus.Stopped);
        var found = new List<EcsTask>();
        await foreach (var described in EcsReader.Describe(Ids.Stream(), Operations.DescribeTasks, (some, _) => Describe(some, calls)))
        {
            if (isFirst) await calls.Output.Errors(described.Failures, nameof(Operations.DescribeTasks));
            found.AddRange(described.Tasks ?? []);
        }

        return found;
    }

    /// <summary>ECS does not say which ID it rejects.</summary>
    private async Task<DescribeTasksResponse> Describe(List<string> tasks, JobCalls calls)
    {
        try
        {
            return await calls.Send(Operations.DescribeTasks, new() { Cluster = Cluster, Tasks = tasks });
        }
        catch (EcsException e) when (tasks is [var task])
        {
            throw e.With($"task {EcsArn.IdOf(task)}: {e.Message}");
        }
    }

    /// <summary>The task that stopped last. A named task stands for its service, or else for its family.</summary>
    public async Task<IReadOnlyList<EcsTask>> FindPrevious(JobCalls calls)
    {
        if (Ids.Count == 0) return await Previous(calls, this);
        var previous = new List<EcsTask>();
        foreach (var group in (await Find(calls, isFirst: true)).GroupBy(Siblings)) previous.AddRange(await Previous(calls, group.Key));
        return previous;
    }

    /// <summary>Whether no task can come that isn't known yet.</summary>
    public async Task<bool> IsOver(JobCalls calls, IReadOnlyList<EcsTask> found)
    {
        if (found.Any(task => task.LastStatus != DesiredStatus.Stopped)) return false;
        if (Ids.Count > 0 || List.ServiceName is not { } service) return true;
        var described = await calls.Send(Operations.DescribeServices, new() { Cluster = Cluster, Services = [service] });
        return described.Services is not [{ Status: "ACTIVE", DesiredCount: > 0 }];
    }

    private async Task<IReadOnlyList<EcsTask>> Listed(JobCalls calls, params string[] statuses)
    {
        var tasks = new List<EcsTask>();
        foreach (var status in statuses)
        {
            (List.Cluster, List.DesiredStatus) = (Cluster, status);
            tasks.AddRange(await calls.Reader.ListedTasks(List));
        }

        return [.. tasks.DistinctBy(task => task.TaskArn).Where(task => Only?.Invoke(task) != false)];
    }

    private static async Task<IReadOnlyList<EcsTask>> Previous(JobCalls calls, LogSelection selection)
    {
        var last = (await selection.Listed(calls, DesiredStatus.Stopped))
            .Where(task => task.LastStatus == DesiredStatus.Stopped)
            .MaxBy(task => task.StoppedAt);
        if (last is not null) return [last];
        var subject = selection.List switch
        {
            { ServiceName: { } service } => $"service {EcsArn.IdOf(service)}",
            { Family: { } family } => $"family {family}",
            _ => $"cluster {EcsArn.IdOf(selection.Cluster ?? "default")}",
        };
        await calls.Output.Error(Errors.Invalid(
            "NoStoppedTask",
            $"ECS shows no stopped task of {subject}.",
            subject,
            "ECS shows a stopped task for one hour. Omit -Previous to read the logs of the running tasks."));
        return [];
    }

    private LogSelection Siblings(EcsTask task)
    {
        var name = TaskGroup.ServiceOf(task.Group);
        var family = EcsArn.IdOf(task.TaskDefinitionArn!).Split(':')[0];
        return this with { Cluster = task.ClusterArn, Ids = [], List = name is null
            ? new() { Family = family }
            : new() { ServiceName = name }, Only = null };
    }
}
