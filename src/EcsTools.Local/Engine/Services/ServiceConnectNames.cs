using System.Security.Cryptography;
using System.Text;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>
/// The services of Cloud Map that Service Connect creates, one for each discovery name of a namespace. There is no Cloud Map here, so an ID
/// follows from the name.
/// </summary>
internal static class ServiceConnectNames
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    private const int Length = 16;

    public static List<ServiceConnectServiceResource>? Of(Service service, ServiceConnectConfiguration? configuration)
    {
        if (configuration is not { Enabled: true, Services: { Count: > 0 } services } || !EcsArn.TryParse(service.ClusterArn, out var arn))
            return null;
        return services.ConvertAll(one => (one.DiscoveryName ?? one.PortName)!).ConvertAll(name => new ServiceConnectServiceResource
        {
            DiscoveryName = name,
            DiscoveryArn = $"arn:{arn.Partition}:servicediscovery:{arn.Region}:{arn.Account}:service/srv-{Id($"{configuration.Namespace}/{name}")}",
        });
    }

    private static string Id(string name) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(Length).Select(number => Letters[number % Letters.Length]));
}
