using EcsTools.Model;

namespace EcsTools.Local.Api.ServiceDeployments;

/// <summary>Describes deployments of services with their current progress.</summary>
internal sealed class DescribeServiceDeploymentsHandler()
    : Handler<DescribeServiceDeploymentsRequest, DescribeServiceDeploymentsResponse>(Operations.DescribeServiceDeployments)
{
    protected override DescribeServiceDeploymentsResponse Handle(Call call, DescribeServiceDeploymentsRequest request)
    {
        Check.Ids(request.ServiceDeploymentArns, "Service deployments", "serviceDeploymentArns", ServiceHistory.Max);
        var answer = new DescribeServiceDeploymentsResponse { ServiceDeployments = [], Failures = [] };
        foreach (var arn in request.ServiceDeploymentArns!.Distinct())
        {
            var service = ServiceHistory.Service(call, arn, "service-deployment");
            if (service.ServiceDeployments.Find(deployment => deployment.Arn == arn) is { } found)
                answer.ServiceDeployments.Add(found.Describe(service));
            else answer.Failures.Add(new() { Arn = arn, Reason = "MISSING" });
        }

        return answer;
    }
}
