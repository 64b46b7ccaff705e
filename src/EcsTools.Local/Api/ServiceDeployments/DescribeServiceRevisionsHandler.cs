using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Describes what a service's deployments deployed.</summary>
internal sealed class DescribeServiceRevisionsHandler() : Handler<DescribeServiceRevisionsRequest, DescribeServiceRevisionsResponse>(Operations.DescribeServiceRevisions)
{
    protected override DescribeServiceRevisionsResponse Handle(Call call, DescribeServiceRevisionsRequest request)
    {
        Check.Ids(request.ServiceRevisionArns, "Service revisions", "serviceRevisionArns", ServiceHistory.Most);
        var answer = new DescribeServiceRevisionsResponse { ServiceRevisions = [], Failures = [] };
        foreach (var arn in request.ServiceRevisionArns!.Distinct())
        {
            var service = ServiceHistory.Service(call, arn, "service-revision");
            if (service.Revisions.Find(revision => revision.ServiceRevisionArn == arn) is { } found) answer.ServiceRevisions.Add(found);
            else answer.Failures.Add(new() { Arn = arn, Reason = "MISSING" });
        }

        return answer;
    }
}
