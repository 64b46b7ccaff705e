using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.ContainerInstances;

/// <summary>Describes instances with their registered and remaining resources.</summary>
internal sealed class DescribeContainerInstancesHandler()
    : Handler<DescribeContainerInstancesRequest, DescribeContainerInstancesResponse>(Operations.DescribeContainerInstances)
{
    private const int Max = 100;

    protected override DescribeContainerInstancesResponse Handle(Call call, DescribeContainerInstancesRequest request)
    {
        Check.Include(request.Include, "CONTAINER_INSTANCE_HEALTH", "TAGS");
        Check.Ids(request.ContainerInstances, "Container instances", "containerInstanceIds", Max);
        var cluster = call.Cluster(request.Cluster);
        var answer = new DescribeContainerInstancesResponse { ContainerInstances = [], Failures = [] };
        foreach (var id in request.ContainerInstances!.Select(identifier => Identifiers.Instance(cluster, identifier)).Distinct())
        {
            if (cluster.Instances.Find(id) is { } instance) answer.ContainerInstances.Add(Describe(call, instance, request.Include ?? []));
            else answer.Failures.Add(new() { Arn = cluster.Arn("container-instance", id), Reason = "MISSING" });
        }

        return answer;
    }

    private static ContainerInstance Describe(Call call, InstanceState instance, List<string> include)
    {
        var answer = instance.Describe();
        if (!include.Contains("TAGS")) answer.Tags = [];
        if (include.Contains("CONTAINER_INSTANCE_HEALTH"))
        {
            var runtime = new InstanceHealthCheckResult
            {
                Type = "CONTAINER_RUNTIME",
                Status = "OK",
                LastUpdated = call.Now.UtcDateTime,
                LastStatusChange = answer.RegisteredAt,
            };
            answer.HealthStatus = new() { OverallStatus = runtime.Status, Details = [runtime] };
        }

        return answer;
    }
}
