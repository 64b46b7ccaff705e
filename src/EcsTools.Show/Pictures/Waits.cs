using System.Text.RegularExpressions;
using EcsTools.Forecast.Descriptions;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Show.Pictures;

/// <summary>The tasks that find no room, and the reason as far as ECS reports it.</summary>
internal static partial class Waits
{
    public static IEnumerable<DrawnWait> Of(DescribedCluster seen, string cluster)
    {
        foreach (var group in seen.Tasks
            .Where(TaskFacts.IsWaiting)
            .GroupBy(task => (task.Group, task.TaskDefinitionArn, task.CapacityProviderName)))
        {
            var (revision, service) = (EcsArn.IdOf(group.Key.TaskDefinitionArn ?? "?"), TaskGroup.ServiceOf(group.First().Group));
            var reason = group.Key.CapacityProviderName is { } provider
                ? $"waits for an instance of the capacity provider {provider}"
                : "waits for a container instance";
            yield return new($"{cluster}/{group.Key.Group}/{revision}", cluster, service, revision, group.Count(), reason);
        }

        foreach (var service in seen.Services)
        {
            var missing = (service.DesiredCount ?? 0) - (service.RunningCount ?? 0) - (service.PendingCount ?? 0);
            if (missing <= 0 || Reason(service) is not { } reason) continue;
            yield return new($"{cluster}/{service.ServiceName}", cluster, service.ServiceName, service.ServiceName!, missing, reason);
        }
    }

    /// <summary>Why a service could not place a task, if that is the last thing it reported about tasks.</summary>
    private static string? Reason(Service service)
    {
        var last = (service.Events ?? [])
            .OrderByDescending(e => e.CreatedAt)
            .FirstOrDefault(e => Unable().IsMatch(e.Message ?? "") || Started().IsMatch(e.Message ?? ""));
        if (last?.Message is not { } message || Unable().Match(message) is not { Success: true } match) return null;
        return EventText.Of(message[match.Index..], null).TrimEnd('.', ' ');
    }

    [GeneratedRegex("was unable to (place|start) .*", RegexOptions.Singleline)]
    private static partial Regex Unable();

    [GeneratedRegex("has (started|reached)")]
    private static partial Regex Started();
}
