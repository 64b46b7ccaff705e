using EcsTools.Model;
using EcsTools.Rules.Launches;

namespace EcsTools.Local.Api.Services;

/// <summary>Lists ACTIVE services.</summary>
internal sealed class ListServicesHandler() : Handler<ListServicesRequest, ListServicesResponse>(Operations.ListServices)
{
    private const int Usual = 10;

    protected override ListServicesResponse Handle(Call call, ListServicesRequest request)
    {
        Check.OneOf(request.LaunchType, "launch type", LaunchRules.LaunchTypes);
        Check.OneOf(request.SchedulingStrategy, "Scheduling strategy", SchedulingStrategy.Replica, SchedulingStrategy.Daemon);
        Check.OneOf(request.ResourceManagementType, "resourceManagementType", [.. ResourceManagementType.Values]);
        var services =
            from service in call.Cluster(request.Cluster).Services.Values
            where service.IsActive
                && (request.LaunchType is null || service.Resource.LaunchType == request.LaunchType)
                && (request.SchedulingStrategy is null || service.Resource.SchedulingStrategy == request.SchedulingStrategy)
                && (request.ResourceManagementType is null
                    || (service.Resource.ResourceManagementType ?? ResourceManagementType.Customer) == request.ResourceManagementType)
            select service;
        var (page, next) = Paging.ByName(
            services,
            service => service.Name,
            service => service.Resource.ServiceArn!,
            request.NextToken,
            request.MaxResults,
            usual: Usual);
        return new() { ServiceArns = page, NextToken = next };
    }
}
