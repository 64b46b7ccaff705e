using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Services;

/// <summary>Lists services whose Service Connect uses the namespace.</summary>
internal sealed class ListServicesByNamespaceHandler()
    : Handler<ListServicesByNamespaceRequest, ListServicesByNamespaceResponse>(Operations.ListServicesByNamespace)
{
    private const int Max = 100, Usual = 10;

    protected override ListServicesByNamespaceResponse Handle(Call call, ListServicesByNamespaceRequest request)
    {
        if (string.IsNullOrEmpty(request.Namespace)) throw EcsFault.InvalidParameter("Namespace can not be blank.");
        var clusters = call.Region.Clusters.Values;
        if (!clusters.Any(cluster => Names(cluster, request.Namespace)))
            throw new EcsFault("NamespaceNotFoundException", "The specified namespace was not found.");
        var arns = clusters.SelectMany(cluster => cluster.Services.Values)
            .Where(service => service.IsActive && service.Namespace == request.Namespace)
            .Select(service => service.Resource.ServiceArn!).Order(StringComparer.Ordinal);
        var (page, next) = Paging.ByName(arns, arn => arn, arn => arn, request.NextToken, request.MaxResults, usual: Usual, most: Max);
        return new() { ServiceArns = page, NextToken = next };
    }

    private static bool Names(ClusterState cluster, string name) =>
        cluster.Resource.ServiceConnectDefaults?.Namespace == name || cluster.Services.Values.Any(service => service.Namespace == name);
}
