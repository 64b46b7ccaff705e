using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the tasks of the cluster that the command names.</summary>
internal sealed class TaskCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListTasks, new() { Cluster = cluster }, cancellation);

    private protected override async Task<IEnumerable<Candidate>> Describe(
        IEcsClient client, string? cluster, List<string> names, CancellationToken cancellation)
    {
        var answer = await client.SendAsync(Operations.DescribeTasks, new() { Cluster = cluster, Tasks = names }, null, cancellation);
        return (answer.Tasks ?? []).Select(t =>
            new Candidate(EcsArn.IdOf(t.TaskArn!), $"{t.LastStatus}, {EcsArn.IdOf(t.TaskDefinitionArn ?? "")} of {t.Group}"));
    }
}
