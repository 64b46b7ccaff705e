using Amazon.Runtime;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Signs in to IAM Identity Center (SSO) when a profile's token has expired and a user can confirm it.</summary>
internal static class SignIn
{
    private const string ClientName = "EcsTools";

    /// <summary>The call that needs the credentials, which the SDK's callback doesn't have.</summary>
    private static readonly AsyncLocal<IEcsCallObserver?> Asking = new();

    /// <summary>Credentials that ask the user to confirm a sign-in.</summary>
    public static AWSCredentials Prepared(AWSCredentials credentials)
    {
        if (Sso(credentials) is not { } sso) return credentials;
        sso.Options.ClientName = ClientName;
        sso.Options.SsoVerificationCallback = page =>
            Asking.Value?.SigningIn(new(page.UserCode, page.VerificationUri, page.VerificationUriComplete));
        return credentials;
    }

    /// <summary>Looks credentials up for a call.</summary>
    public static Task<ImmutableCredentials> LookUp(AWSCredentials credentials, IEcsCallObserver? observer)
    {
        if (Sso(credentials) is { } sso) sso.Options.SupportsGettingNewToken = observer?.CanSignIn == true;
        Asking.Value = observer;
        return credentials.GetCredentialsAsync();
    }

    /// <summary>The credentials that come from SSO: these, or those with which a role is assumed.</summary>
    private static SSOAWSCredentials? Sso(AWSCredentials credentials) => credentials switch
    {
        SSOAWSCredentials sso => sso,
        AssumeRoleAWSCredentials role => Sso(role.SourceCredentials),
        _ => null,
    };
}
