using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The endpoint URL that the environment or a profile names for ECS.</summary>
/// <remarks>The SDK keeps that search, and what it reads of a services section, inside a client's configuration.</remarks>
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
    /// <exception cref="EcsException">What is there is no URL.</exception>
    public static string? Of(Profile profile)
    {
        try
        {
            return new ConfiguredEndpoint(profile).ServiceURL;
        }
        catch (AmazonClientException e)
        {
            throw new EcsException(
                "InvalidEndpoint", "AWS_ENDPOINT_URL_ECS, AWS_ENDPOINT_URL or the profile's endpoint_url is no URL, as in http://127.0.0.1:8080.", e);
        }
    }

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(ServiceURL);
}
