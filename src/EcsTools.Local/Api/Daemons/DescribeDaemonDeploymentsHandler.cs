using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Describes deployments of daemons with their current progress.</summary>
internal sealed class DescribeDaemonDeploymentsHandler()
    : Handler<DescribeDaemonDeploymentsRequest, DescribeDaemonDeploymentsResponse>(Operations.DescribeDaemonDeployments)
{
    private const int Max = 20;

    protected override DescribeDaemonDeploymentsResponse Handle(Call call, DescribeDaemonDeploymentsRequest request)
    {
        Check.Ids(request.DaemonDeploymentArns, "Daemon deployments", "daemonDeploymentArns", Max);
        var answer = new DescribeDaemonDeploymentsResponse { DaemonDeployments = [], Failures = [] };
        foreach (var arn in request.DaemonDeploymentArns!.Distinct())
        {
            if (call.OwnerOf(arn, "daemon-deployment")?.Deployments.Find(deployment => deployment.Arn == arn) is { } found)
                answer.DaemonDeployments.Add(found.Describe());
            else answer.Failures.Add(new() { Arn = arn, Reason = "MISSING" });
        }

        return answer;
    }
}
