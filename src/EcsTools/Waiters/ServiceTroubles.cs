using System.Globalization;
using EcsTools.Model;

namespace EcsTools.Waiters;

/// <summary>What an error about a service tells besides: its last events, and how the tasks of the deployment ended.</summary>
internal static class ServiceTroubles
{
    /// <summary>How many of the newest events, and of the stopped tasks, are told.</summary>
    private const int Told = 3;

    public static async ValueTask<string> Tell(Service service, Deployment? deployment, Calls calls) => Events(service) + await Tasks(service, deployment, calls);

    public static string Events(Service service) =>
        string.Concat((service.Events ?? []).Take(Told).Select(e => Line($"{e.CreatedAt?.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {e.Message}")));

    private static async Task<string> Tasks(Service service, Deployment? deployment, Calls calls)
    {
        if (deployment?.TaskDefinition is null) return "";
        try
        {
            var stopped = await Stopped(service.ClusterArn, deployment, calls);
            var more = stopped.Count > Told ? Line($"and {stopped.Count - Told} more of its tasks stopped.") : "";
            return string.Concat(stopped.Take(Told).Select(task => Line(TaskEnd.Tell(task)))) + more;
        }
        catch (EcsException)
        {
            return ""; // the error itself matters more than what goes with it
        }
    }

    /// <summary>By family and not by service: ECS forgets which service a task was of together with its deployment. What ECS stopped to scale in is left out.</summary>
    private static async Task<List<EcsTask>> Stopped(string? cluster, Deployment deployment, Calls calls)
    {
        var family = EcsArn.IdOf(deployment.TaskDefinition!).Split(':')[0];
        var stopped = await calls.Tasks(new() { Cluster = cluster, Family = family, DesiredStatus = DesiredStatus.Stopped });
        return stopped
            .Where(task => task.StartedBy == deployment.Id && task.StopCode != TaskStopCode.ServiceSchedulerInitiated)
            .OrderByDescending(task => task.StoppingAt ?? task.StoppedAt).ToList();
    }

    private static string Line(string text) => $"{Environment.NewLine}  {text}";
}
