using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the containers of the task that the command names.</summary>
internal sealed class ContainerCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "Task");

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing is null) return [];
        var answer = await client.SendAsync(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = [narrowing] }, null, cancellation);
        return [.. (answer.Tasks ?? [])
            .SelectMany(task => task.Containers ?? [])
            .Select(c => new Candidate(c.Name!, $"{c.LastStatus} {c.Image}"))];
    }
}
