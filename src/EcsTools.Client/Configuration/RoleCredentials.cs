using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SecurityToken;

namespace EcsTools.Client;

/// <summary>The credentials of a role that a profile assumes, asked for in the client's own region.</summary>
/// <remarks>
/// The SDK's class looks for its STS client by name in the whole process, where AWS.Tools may have another, and for a region on the
/// network.
/// </remarks>
internal sealed class RoleCredentials : AssumeRoleAWSCredentials
{
    private readonly RegionEndpoint region;

    private RoleCredentials(AssumeRoleAWSCredentials role, RegionEndpoint region)
        : base(Replace(role.SourceCredentials, region), role.RoleArn, role.RoleSessionName, role.Options) => this.region = region;

    /// <summary>The same credentials with this class in place of the SDK's, at any depth.</summary>
    public static AWSCredentials Replace(AWSCredentials credentials, RegionEndpoint region) =>
        credentials is AssumeRoleAWSCredentials role ? new RoleCredentials(role, region) : credentials;

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var config = new AmazonSecurityTokenServiceConfig { RegionEndpoint = region, AuthenticationRegion = region.SystemName };
        using var sts = new AmazonSecurityTokenServiceClient(SourceCredentials, config);
        var role = await ((ICoreAmazonSTS)sts).CredentialsFromAssumeRoleAuthenticationAsync(RoleArn, RoleSessionName, Options);
        return new CredentialsRefreshState(role, role.Expiration);
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();
}
