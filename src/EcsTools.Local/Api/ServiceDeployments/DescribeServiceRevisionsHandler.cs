using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.ServiceDeployments;

/// <summary>Describes the revisions of a service's deployments.</summary>
internal sealed class DescribeServiceRevisionsHandler()
    : Handler<DescribeServiceRevisionsRequest, DescribeServiceRevisionsResponse>(Operations.DescribeServiceRevisions)
{
    protected override DescribeServiceRevisionsResponse Handle(Call call, DescribeServiceRevisionsRequest request)
    {
        Check.Ids(request.ServiceRevisionArns, "Service revisions", "serviceRevisionArns", ServiceHistory.Max);
        var service = Service(call, request.ServiceRevisionArns!);
        var answer = new DescribeServiceRevisionsResponse { ServiceRevisions = [], Failures = [] };
        foreach (var arn in request.ServiceRevisionArns!)
        {
            var found = service.Revisions.Find(revision => revision.ServiceRevisionArn == arn);
            if (found is null) answer.Failures.Add(new() { Arn = arn, Reason = "MISSING" });
            else if (!answer.ServiceRevisions.Contains(found)) answer.ServiceRevisions.Add(found);
        }

        return answer;
    }

    /// <summary>The one service of all the revisions, checked in ECS's order.</summary>
    private static ServiceState Service(Call call, List<string> arns)
    {
        var parts = arns.ConvertAll(Parts);
        if (parts.Exists(part => part is not [.., { Length: > 0 }]))
            throw EcsFault.InvalidParameter("The Service ARN provided is invalid.");
        if (parts.DistinctBy(part => (part[1], part[2])).Count() > 1)
            throw EcsFault
                .InvalidParameter("Cross service requests are not allowed. Specify service revisions of one service and try again.");
        if (!Identifiers.IsHere(call, arns[0])) throw EcsFault.ClusterNotFound();
        var service = call
            .ActiveCluster(parts[0][1]).Services
            .GetValueOrDefault(parts[0][2]) ?? throw new EcsFault("ServiceNotFoundException", "Service not found.");
        return service.IsInactive
            ? throw EcsFault.InvalidParameter("Cannot call DescribeServiceRevisions for a service that is INACTIVE")
            : service;
    }

    private static string[] Parts(string arn) =>
        Identifiers.IsArn(arn) && Identifiers.Resource(arn).Split('/') is ["service-revision", _, _, _] parts
            ? parts
            : throw EcsFault.InvalidParameter("The ServiceRevision ARN is invalid.");
}
