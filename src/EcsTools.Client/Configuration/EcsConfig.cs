using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The SDK's view of a client's settings.</summary>
internal sealed class EcsConfig : ClientConfig
{
    private readonly string host;

    private static readonly string Version = typeof(EcsConfig).Assembly.GetName().Version!.ToString(3);
    private static readonly string Agent = $"{InternalSDKUtils.BuildUserAgentString("ECS", Version)} EcsTools/{Version}";

    public EcsConfig(AwsService service, ResolvedSettings settings, TimeSpan timeout)
        : base(new DefaultConfigurationProvider([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard }]))
    {
        Endpoint = settings.Endpoint;
        ServiceId = service.Id;
        AuthenticationServiceName = host = service.Host;
        AuthenticationRegion = settings.Region;
        RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        IgnoreConfiguredEndpointUrls = true; // heeded already
        DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        RetryMode = RequestRetryMode.Standard;
        MaxErrorRetry = settings.MaxAttempts - 1;
        MaxStaleConnectionRetries = 0; // these would come on top of MaxAttempts
        Timeout = timeout;
        DisableLogging = true;
    }

    /// <summary>The endpoint of the requests.</summary>
    public Uri Endpoint { get; }

    public override string ServiceVersion => "2014-11-13";

    public override string UserAgent => Agent;

    public override string RegionEndpointServiceName => host;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(Endpoint.AbsoluteUri);
}
