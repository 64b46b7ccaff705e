namespace EcsTools.Model;

public sealed partial class DaemonDetail
{
    /// <summary>The name: the end of the ARN.</summary>
    public string? Name => EcsArn.NameIn(DaemonArn);

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The instances that run the daemon.</summary>
    public int Running => (CurrentRevisions ?? []).Sum(revision => revision.TotalRunningCount ?? 0);

    /// <summary>The instances without the daemon.</summary>
    public int Without => (CurrentRevisions ?? []).Sum(revision => revision.TotalWithoutDaemonCount ?? 0);

    /// <summary>The capacity providers on whose instances the daemon runs.</summary>
    public IReadOnlyList<string> CapacityProviders =>
        [.. (CurrentRevisions ?? [])
            .SelectMany(revision => revision.CapacityProviders ?? [])
            .Select(provider => EcsArn.NameIn(provider.Arn))
            .OfType<string>()
            .Distinct()];

    /// <summary>The daemon's name.</summary>
    public override string ToString() => EcsArn.IdOf(DaemonArn ?? "");
}
