using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace EcsTools.Client;

/// <summary>The endpoint URL that the environment or a profile names for ECS. The SDK keeps that search, and the services sections, inside a client's configuration.</summary>
internal sealed class ConfiguredEndpoint : ClientConfig
{
    private ConfiguredEndpoint(Profile profile)
        : base(new DefaultConfigurationProvider([new DefaultConfiguration()]))
    {
        ServiceId = "ECS";
        Profile = profile;
        IgnoreConfiguredEndpointUrls = false; // asked before
    }

    public override string ServiceVersion => "";

    public override string UserAgent => "";

    public override string RegionEndpointServiceName => EcsConfig.ServiceName;

    /// <summary>AWS_ENDPOINT_URL_ECS, AWS_ENDPOINT_URL, the profile's services section, or its endpoint_url; null when there is none.</summary>
    public static string? Of(Profile profile) => new ConfiguredEndpoint(profile).ServiceURL;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(ServiceURL);
}
