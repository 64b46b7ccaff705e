using System.Globalization;
using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.ServiceDeployments;

/// <summary>Lists the deployments of a service.</summary>
internal sealed class ListServiceDeploymentsHandler()
    : Handler<ListServiceDeploymentsRequest, ListServiceDeploymentsResponse>(Operations.ListServiceDeployments)
{
    private const int Max = 100, Usual = 20;

    protected override ListServiceDeploymentsResponse Handle(Call call, ListServiceDeploymentsRequest request)
    {
        foreach (var status in request.Status ?? []) Check.OneOf(status, "status", [.. ServiceDeploymentStatus.Values]);
        var cluster = call.Cluster(request.Cluster ?? ClusterOf(request.Service));
        var service = Identifiers.FindService(cluster, request.Service) ?? throw new EcsFault(
            "ServiceNotFoundException", "Service not found.");
        var numbered = service.ServiceDeployments.Select((deployment, index) =>
            (deployment.Resource, Key: index.ToString("D10", CultureInfo.InvariantCulture)));
        var (page, next) = Paging.ByName(
            numbered.Reverse().Where(item => IsWanted(item.Resource, request)),
            item => item.Key,
            item => item.Resource.ServiceDeploymentArn!,
            request.NextToken,
            request.MaxResults,
            usual: Usual,
            isDescending: true,
            most: Max);
        return new()
        {
            ServiceDeployments = page.ConvertAll(arn =>
                Brief(service.ServiceDeployments.Find(deployment => deployment.Arn == arn)!.Resource)),
            NextToken = next,
        };
    }

    /// <summary>The cluster that the ARN of a service names; null if there is none.</summary>
    private static string? ClusterOf(string? service) =>
        Identifiers.IsArn(service) && Identifiers.Resource(service!).Split('/') is [_, var cluster, _] ? cluster : null;

    private static bool IsWanted(ServiceDeployment deployment, ListServiceDeploymentsRequest request) =>
        (request.Status is not { Count: > 0 } statuses || statuses.Contains(deployment.Status!))
        && (request.CreatedAt?.After is not { } after || deployment.CreatedAt > after)
        && (request.CreatedAt?.Before is not { } before || deployment.CreatedAt < before);

    private static ServiceDeploymentBrief Brief(ServiceDeployment deployment) => new()
    {
        ServiceDeploymentArn = deployment.ServiceDeploymentArn,
        ServiceArn = deployment.ServiceArn,
        ClusterArn = deployment.ClusterArn,
        CreatedAt = deployment.CreatedAt,
        StartedAt = deployment.StartedAt,
        FinishedAt = deployment.FinishedAt,
        TargetServiceRevisionArn = deployment.TargetServiceRevision!.Arn,
        Status = deployment.Status,
        StatusReason = deployment.StatusReason,
    };
}
