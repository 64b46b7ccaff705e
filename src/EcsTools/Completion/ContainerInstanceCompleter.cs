using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the container instances of the cluster that the command names.</summary>
internal sealed class ContainerInstanceCompleter : LiveCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) =>
        Names(client, Operations.ListContainerInstances, new() { Cluster = cluster }, cancellation);

    private protected override async Task<IEnumerable<Candidate>> Describe(
        IEcsClient client, string? cluster, List<string> names, CancellationToken cancellation)
    {
        var answer = await client.SendAsync(
            Operations.DescribeContainerInstances, new() { Cluster = cluster, ContainerInstances = names }, null, cancellation);
        return (answer.ContainerInstances ?? []).Select(i =>
            new Candidate(
                EcsArn.IdOf(i.ContainerInstanceArn!), $"{i.Status}, {i.RunningTasksCount ?? 0} tasks running {i.Ec2InstanceId}".TrimEnd()));
    }
}
