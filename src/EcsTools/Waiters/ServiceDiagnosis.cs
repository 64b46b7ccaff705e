using EcsTools.Calls;
using EcsTools.Logs;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>The details of a failed deployment: the events of the service, and the stop reasons of the deployment's tasks.</summary>
internal static class ServiceDiagnosis
{
    /// <summary>The command that shows the details.</summary>
    public const string Advice = "For the events and the stopped tasks, run Get-Error.";

    /// <summary>How many of the newest events are kept.</summary>
    private const int Latest = 10;

    public static async ValueTask<Diagnosis> Of(Service service, Deployment? deployment, JobCalls calls)
    {
        var tasks = await Tasks(service.ClusterArn, deployment, calls);
        var culprit = tasks is [var last, ..] && TaskEnd.Culprit(last) is { ExitCode: not null } failed ? failed : null;
        return new(
            [.. (service.Events ?? []).Take(Latest)],
            tasks)
        {
            LogLines = await LogTail.Of(tasks.Count == 0 ? null : tasks[0], culprit, definitions: null, calls),
        };
    }

    private static async Task<IReadOnlyList<EcsTask>> Tasks(string? cluster, Deployment? deployment, JobCalls calls)
    {
        if (deployment?.TaskDefinition is null) return [];
        try
        {
            return await Stopped(cluster, deployment, calls);
        }
        catch (EcsException)
        {
            return []; // the error itself matters more than its details
        }
    }

    /// <summary>
    /// By family and not by service, because ECS no longer lists the tasks of a service whose deployment is deleted. Tasks that ECS stopped
    /// to scale in are omitted.
    /// </summary>
    private static async Task<List<EcsTask>> Stopped(string? cluster, Deployment deployment, JobCalls calls)
    {
        var family = EcsArn.IdOf(deployment.TaskDefinition!).Split(':')[0];
        var stopped = await calls.Reader.ListedTasks(new() { Cluster = cluster, Family = family, DesiredStatus = DesiredStatus.Stopped });
        return stopped
            .Where(task => task.StartedBy == deployment.Id && task.StopCode != TaskStopCode.ServiceSchedulerInitiated)
            .OrderByDescending(task => task.StoppingAt ?? task.StoppedAt).ToList();
    }
}
