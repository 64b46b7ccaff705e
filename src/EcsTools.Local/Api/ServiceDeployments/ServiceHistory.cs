
using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;

namespace EcsTools.Local.Api.ServiceDeployments;

/// <summary>Finds what a service has been: its deployments and revisions, which only ARNs name.</summary>
internal static class ServiceHistory
{
    /// <summary>How many of them one request may name.</summary>
    public const int Max = 20;

    /// <summary>The service that an ARN of a <c>service-deployment</c> or <c>service-revision</c> names.</summary>
    /// <exception cref="EcsFault">It isn't such an ARN, or the cluster or service doesn't exist.</exception>
    public static ServiceState Service(Call call, string? arn, string kind)
    {
        if (!Identifiers.IsArn(arn) || Identifiers.Resource(arn!).Split('/') is not [var found, var cluster, var name, _] || found != kind)
            throw EcsFault.InvalidParameter($"Invalid identifier: Specify the ARN of a {kind.Replace('-', ' ')}.");
        if (!Identifiers.IsHere(call, arn!)) throw EcsFault.ClusterNotFound();
        return call
            .Cluster(cluster).Services
            .GetValueOrDefault(name) ?? throw new EcsFault("ServiceNotFoundException", "Service not found.");
    }

    /// <summary>A service deployment and its service.</summary>
    /// <exception cref="EcsFault">There is none of that ARN.</exception>
    public static (ServiceState Service, ServiceDeploymentState Deployment) Deployment(Call call, string? arn)
    {
        var service = Service(call, arn, "service-deployment");
        return (service, service.ServiceDeployments.Find(deployment => deployment.Arn == arn)
            ?? throw new EcsFault("ServiceDeploymentNotFoundException", "Service deployment not found."));
    }
}
