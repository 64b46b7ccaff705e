using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Describes the revisions of a daemon's deployments.</summary>
internal sealed class DescribeDaemonRevisionsHandler()
    : Handler<DescribeDaemonRevisionsRequest, DescribeDaemonRevisionsResponse>(Operations.DescribeDaemonRevisions)
{
    private const int Max = 20;

    protected override DescribeDaemonRevisionsResponse Handle(Call call, DescribeDaemonRevisionsRequest request)
    {
        Check.Ids(request.DaemonRevisionArns, "Daemon revisions", "daemonRevisionArns", Max);
        var answer = new DescribeDaemonRevisionsResponse { DaemonRevisions = [], Failures = [] };
        foreach (var arn in request.DaemonRevisionArns!.Distinct())
        {
            if (call.OwnerOf(arn, "daemon-revision")?.Revisions.Find(revision => revision.DaemonRevisionArn == arn) is { } found)
                answer.DaemonRevisions.Add(found);
            else answer.Failures.Add(new() { Arn = arn, Reason = "MISSING" });
        }

        return answer;
    }
}
