using EcsTools.Local.Engine.Core;
using EcsTools.Model;
using EcsTools.Scheduling.Query;

namespace EcsTools.Local.Api.ContainerInstances;

/// <summary>Lists instances by a query and a status.</summary>
internal sealed class ListContainerInstancesHandler()
    : Handler<ListContainerInstancesRequest, ListContainerInstancesResponse>(Operations.ListContainerInstances)
{
    protected override ListContainerInstancesResponse Handle(Call call, ListContainerInstancesRequest request)
    {
        Check.OneOf(request.Status, "Container instances status", [.. ContainerInstanceStatus.Values]);
        var cluster = call.Cluster(request.Cluster);
        var query = Query(request.Filter);
        var (page, next) = Paging.ByNumber(
            cluster.Instances.After,
            instance =>
                instance.IsRegistered && (request.Status is null || instance.Resource.Status == request.Status)
                    && query?.Matches(instance) != false,
            instance => instance.Resource.ContainerInstanceArn!,
            request.NextToken,
            request.MaxResults);
        return new() { ContainerInstanceArns = page, NextToken = next };
    }

    private static ClusterQuery? Query(string? filter)
    {
        try
        {
            return string.IsNullOrWhiteSpace(filter) ? null : ClusterQuery.Parse(filter);
        }
        catch (ClusterQueryException e)
        {
            throw EcsFault.InvalidParameter($"Invalid filter. {e.Message}");
        }
    }
}
