using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the task sets of the service that the command names.</summary>
internal sealed class TaskSetCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "Service");

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing is null) return [];
        var answer = await client.SendAsync(
            Operations.DescribeTaskSets, new() { Cluster = cluster, Service = narrowing }, null, cancellation);
        return [.. (answer.TaskSets ?? []).Select(set =>
            new Candidate(
                set.Id!,
                $"{set.Status} {EcsArn.IdOf(set.TaskDefinition ?? "")} {set.RunningCount ?? 0}/{set.ComputedDesiredCount ?? 0} {set.StabilityStatus}".TrimEnd(),
                set.TaskSetArn))];
    }
}
