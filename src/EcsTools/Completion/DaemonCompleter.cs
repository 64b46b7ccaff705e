using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes daemons, by name where one is asked for, else by ARN.</summary>
internal sealed class DaemonCompleter : LiveCompleter
{
    private protected override bool TakesArn(string parameter) => !parameter.EndsWith("Name", StringComparison.OrdinalIgnoreCase);

    /// <summary>ECS takes the cluster by ARN only, and a name is all that there may be.</summary>
    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        var daemons = await All(
            client, Operations.ListDaemons, new(), daemon => Candidate.Of(daemon.DaemonArn!, daemon.Status), cancellation);
        return cluster is null
            ? daemons
            : [.. daemons.Where(daemon => EcsArn.TryParse(daemon.Arn, out var arn) && arn.Cluster == EcsArn.IdOf(cluster))];
    }
}
