using System.Collections;
using EcsTools.Model;

namespace EcsTools.Completion;

/// <summary>
/// Completes service revisions: those that deployments brought of the service that the command names, else those that the services of the
/// cluster run.
/// </summary>
internal sealed class ServiceRevisionCompleter : LiveCompleter
{
    private protected override string? Narrowing(string word, IDictionary bound) => Given(bound, "Service");

    private protected override bool TakesArn(string parameter) => true;

    private protected override async Task<IReadOnlyList<Candidate>> Find(
        IEcsClient client, string? cluster, string? narrowing, CancellationToken cancellation)
    {
        if (narrowing is null)
        {
            var services = await LiveServices.List(client, cluster, cancellation);
            return [.. services.SelectMany(service =>
                (service.CurrentServiceRevisions ?? []).Select(revision => Running(service, revision)))];
        }

        var brought = await All(
            client,
            Operations.ListServiceDeployments,
            new() { Cluster = cluster, Service = narrowing },
            deployment => Candidate.Of(deployment.TargetServiceRevisionArn!, $"deployment {deployment.Status}"),
            cancellation);
        return [.. brought.DistinctBy(revision => revision.Arn)];
    }

    private static Candidate Running(Service service, ServiceCurrentRevisionSummary revision) =>
        new(
            $"{service.ServiceName}/{EcsArn.IdOf(revision.Arn!)}",
            $"{revision.RunningTaskCount ?? 0}/{revision.RequestedTaskCount ?? 0} tasks running",
            revision.Arn);
}
