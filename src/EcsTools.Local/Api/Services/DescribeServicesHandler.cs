using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Services;

/// <summary>Describes services with deployments, task sets and the latest events.</summary>
internal sealed class DescribeServicesHandler() : Handler<DescribeServicesRequest, DescribeServicesResponse>(Operations.DescribeServices)
{
    private const int Max = 10;

    protected override DescribeServicesResponse Handle(Call call, DescribeServicesRequest request)
    {
        Check.Include(request.Include, "TAGS");
        Check.Ids(request.Services, "Services", "services", Max);
        var cluster = call.Cluster(request.Cluster);
        var withTags = request.Include?.Contains("TAGS") == true;
        var answer = new DescribeServicesResponse { Services = [], Failures = [] };
        foreach (var name in request.Services!.Select(identifier => Identifiers.Service(cluster, identifier)).Distinct())
        {
            if (cluster.Services.GetValueOrDefault(name) is { } service) answer.Services.Add(service.Describe(withTags));
            else answer.Failures.Add(new() { Arn = cluster.Arn("service", name), Reason = "MISSING" });
        }

        return answer;
    }
}
