using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>
/// Completes the ARNs of resources that have tags: clusters and capacity providers, and what the cluster that the command names has.
/// </summary>
internal sealed class ResourceArnCompleter : LiveCompleter
{
    /// <summary>In the order in which they are offered.</summary>
    private static readonly IReadOnlyList<LiveCompleter> Kinds =
        [
            new ClusterCompleter(), new ServiceCompleter(), new ContainerInstanceCompleter(), new TaskCompleter(),
            new CapacityProviderCompleter(), new DaemonCompleter(), new GatewayCompleter(),
        ];

    private protected override bool TakesArn(string parameter) => true;

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(Kinds.Select(kind => FoundOrNone(kind, client, cluster, cancellation)));
        return [.. found.SelectMany(candidates => candidates).Where(candidate => candidate.Arn is not null)];
    }

    /// <summary>A list that fails, such as the services of a cluster that doesn't exist, doesn't affect the other lists.</summary>
    private static async Task<IReadOnlyList<Candidate>> FoundOrNone(
        LiveCompleter kind, IEcsClient client, string? cluster, CancellationToken cancellation)
    {
        try
        {
            return await kind.Existing(client, cluster, cancellation);
        }
        catch (EcsException)
        {
            return [];
        }
    }
}
