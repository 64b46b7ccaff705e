using System.Collections.Concurrent;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Finds the credentials for settings: given keys, a profile, or the SDK's chain.</summary>
/// <remarks>Those of a profile are kept, so that many clients share one login.</remarks>
internal sealed class Credentials
{
    // Profiles are equal when their content is, so that an edited profile signs in again.
    private readonly ConcurrentDictionary<(CredentialProfile Profile, CredentialProfile? Source, string Region), AWSCredentials> kept =
        new();

    static Credentials()
    {
        // Without these the SDK looks for the assemblies by name in the whole process, and would take those of AWS.Tools, which do not fit
        // ours.
        var registry = GlobalRuntimeDependencyRegistry.Instance;
        var anonymous = new AnonymousAWSCredentials();
        registry.RegisterSSOClient(c => new AmazonSSOClient(anonymous, c.SSOClientContextData.Region));
        registry.RegisterSSOOIDCClient(c => new AmazonSSOOIDCClient(anonymous, c.SSOOIDCClientContextData.Region));
        registry.RegisterSecurityTokenServiceClient(c => // for web identities; roles with a source are RoleCredentials
            new AmazonSecurityTokenServiceClient(anonymous, c.SecurityTokenServiceClientContextData.Region));
    }

    private static bool EnvironmentComesFirst =>
        EnvironmentVariable.Of("AWS_ACCESS_KEY_ID") is not null || EnvironmentVariable.Of("AWS_WEB_IDENTITY_TOKEN_FILE") is not null;

    /// <exception cref="EcsException">Half of a key pair is missing, or the profile is not valid.</exception>
    public CredentialsSource For(EcsClientSettings settings, ResolvedSettings resolved)
    {
        if (Given(settings) is { } keys) return new CredentialsSource(keys, "the given keys", "");
        var isNamed = !string.IsNullOrWhiteSpace(settings.ProfileName);
        if (resolved.Profile is not { } profile || (!isNamed && (EnvironmentComesFirst || !profile.CanCreateAWSCredentials)))
        {
            return OfEnvironment() is { } variables
                ? new CredentialsSource(variables, "the environment variables", "")
                : CredentialsSource.Chain(Profiles.DefaultName);
        }

        var sso = new[] { profile, SourceOf(
            profile, settings.ProfileLocation) }.FirstOrDefault(profile => profile?.Options.SsoRoleName is not null);
        var advice = sso is null ? "Check the profile." : $"Sign in at a prompt, or with: aws sso login --profile {sso.Name}";
        return new CredentialsSource(Of(profile, resolved.Region, settings.ProfileLocation), $"the profile '{profile.Name}'", advice);
    }

    private static AWSCredentials? Given(
        EcsClientSettings settings) => (settings.AccessKey, settings.SecretKey, settings.SessionToken) switch
    {
        (null or "", null or "", null or "") => null,
        ({ Length: > 0 } key, { Length: > 0 } secret, null or "") => new BasicAWSCredentials(key, secret),
        ({ Length: > 0 } key, { Length: > 0 } secret, { } token) => new SessionAWSCredentials(key, secret, token),
        _ => throw new EcsException("InvalidCredentials", "Specify both the access key and the secret key, or neither of them."),
    };

    /// <summary>The credentials that the SDK's chain would also find, without the code that it compiles in each new process.</summary>
    private static AWSCredentials? OfEnvironment() =>
        (EnvironmentVariable.Of("AWS_ACCESS_KEY_ID"), EnvironmentVariable.Of("AWS_SECRET_ACCESS_KEY"), EnvironmentVariable.Of("AWS_SESSION_TOKEN")) switch
        {
            _ when EnvironmentVariable.Of("AWS_WEB_IDENTITY_TOKEN_FILE") is not null => null,
            ({ } key, { } secret, { } token) => new SessionAWSCredentials(key, secret, token),
            ({ } key, { } secret, null) => new BasicAWSCredentials(key, secret),
            _ => null,
        };

    private static CredentialProfile? SourceOf(CredentialProfile profile, string? location) =>
        profile.Options.SourceProfile is { Length: > 0 } name ? Profiles.Find(name, location) : null;

    private AWSCredentials Of(CredentialProfile profile, string region, string? location) =>
        kept.GetOrAdd((profile, SourceOf(profile, location), region), key =>
            Make(key.Profile, RegionEndpoint.GetBySystemName(key.Region), location));

    private static AWSCredentials Make(CredentialProfile profile, RegionEndpoint region, string? location)
    {
        try
        {
            return SignIn.Prepared(RoleCredentials.Replace(
                AWSCredentialsFactory.GetAWSCredentials(profile, Profiles.Store(location)), region));
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ArgumentException or AmazonClientException)
        {
            throw new EcsException(
                "InvalidProfile", $"The profile '{profile.Name}' has no usable credentials: {e.GetBaseException().Message}", e);
        }
    }
}
