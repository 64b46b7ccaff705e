using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>Completes the deployments of the daemon that the command names, the newest first.</summary>
internal sealed class DaemonDeploymentCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "Daemon");

    private protected override bool TakesArn(string parameter) => true;

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation) => narrowing is null ? []
        : await All(
            client,
            Operations.ListDaemonDeployments,
            new() { DaemonArn = narrowing },
            deployment => Candidate.Of(deployment.DaemonDeploymentArn!, deployment.Status),
            cancellation);
}
