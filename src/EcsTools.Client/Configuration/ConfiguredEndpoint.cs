using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The endpoint URL that the environment or a profile names for a service.</summary>
/// <remarks>The SDK keeps what it reads of a services section inside a client's configuration.</remarks>
internal sealed class ConfiguredEndpoint : ClientConfig
{
    private ConfiguredEndpoint(AwsService service, Profile profile)
        : base(new DefaultConfigurationProvider([new DefaultConfiguration()]))
    {
        ServiceId = service.Id;
        RegionEndpointServiceName = service.Host;
        Profile = profile;
        IgnoreConfiguredEndpointUrls = false; // asked before
    }

    public override string ServiceVersion => "";

    public override string UserAgent => "";

    public override string RegionEndpointServiceName { get; }

    /// <summary>
    /// AWS_ENDPOINT_URL_ECS, AWS_ENDPOINT_URL, the profile's services section, or its endpoint_url; null when there is none.
    /// </summary>
    /// <exception cref="EcsException">The value isn't a URL.</exception>
    public static string? Of(AwsService service, Profile? profile)
    {
        var url = EnvironmentVariable.Trimmed(VariableOf(service)) ?? EnvironmentVariable.Trimmed("AWS_ENDPOINT_URL");
        if (url is not null) return Uri.TryCreate(url, UriKind.Absolute, out _) ? url : throw NoUrl(service);
        try
        {
            return profile is null ? null : new ConfiguredEndpoint(service, profile).ServiceURL;
        }
        catch (AmazonClientException e)
        {
            throw NoUrl(service, e);
        }
    }

    private static EcsException NoUrl(AwsService service, Exception? e = null) =>
        new(
            "InvalidEndpoint",
            $"{VariableOf(service)}, AWS_ENDPOINT_URL, or the endpoint_url of the profile isn't a URL such as http://127.0.0.1:8080.",
            e);

    private static string VariableOf(AwsService service) => $"AWS_ENDPOINT_URL_{service.Id.Replace(' ', '_').ToUpperInvariant()}";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(ServiceURL);
}
