using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>Reads services with all that they are made of.</summary>
internal static class ServiceReader
{
    /// <summary>Services with their tags, and what ECS did not find.</summary>
    public static Task<DescribeServicesResponse> Describe(string? cluster, IEnumerable<string> services, JobCalls calls) =>
        calls.Send(Operations.DescribeServices, new() { Cluster = cluster, Services = [.. services], Include = [ServiceField.Tags] });

    /// <summary>
    /// The settings of services, which ECS keeps partly in their revisions. ECS describes the revisions of one service in a call.
    /// </summary>
    public static Task<CreateServiceRequest[]> Settings(IEnumerable<Service> services, JobCalls calls) =>
        Task.WhenAll(services.Select(service => Settings(service, calls)));

    /// <inheritdoc cref="Settings(IEnumerable{Service}, JobCalls)"/>
    public static async Task<CreateServiceRequest> Settings(Service service, JobCalls calls)
    {
        List<string> arns = [.. (service.CurrentServiceRevisions ?? []).Select(revision => revision.Arn).OfType<string>()];
        var revisions = arns.Count == 0
            ? []
            : (await calls.Send(Operations.DescribeServiceRevisions, new() { ServiceRevisionArns = arns })).ServiceRevisions ?? [];
        return ServiceSettings.Of(service, revisions.MaxBy(revision => revision.CreatedAt));
    }
}
