using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The source of a client's credentials.</summary>
/// <param name="Known">The credentials, looked up no sooner than needed; null leaves the search to the SDK.</param>
/// <param name="Tried">The source that is tried, for the error if it fails.</param>
/// <param name="Advice">The recommendation for that error.</param>
internal sealed record CredentialsSource(AWSCredentials? Known, string Tried, string Advice)
{
    /// <summary>The whole search of the SDK.</summary>
    public static CredentialsSource Chain(string profile) => new(
        null,
        $"AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_WEB_IDENTITY_TOKEN_FILE, the profile '{profile}', the container's role, the instance's role",
        "Specify -AccessKey and -SecretKey, or a profile with -ProfileName, or set one of these.");

    /// <summary>Looks the credentials up before anything is sent, so that their failures are not taken for ECS's.</summary>
    /// <exception cref="CredentialsException">There are none.</exception>
    public async ValueTask<ImmutableCredentials> LookUpAsync(IEcsCallObserver? observer, CancellationToken cancellation)
    {
        try
        {
            // On the pool, and not waited for once cancelled: the SDK looks some credentials up on the caller's thread, deaf to
            // cancellation.
            return Known is BasicAWSCredentials or SessionAWSCredentials
                ? Known.GetCredentials()
                : await Task.Run(() => FindAsync(observer), cancellation).WaitAsync(cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            throw new CredentialsException(Explain(e), e);
        }
    }

    private async Task<ImmutableCredentials> FindAsync(IEcsCallObserver? observer) =>
        await SignIn.LookUp(Known ?? await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(null), observer);

    /// <summary>A text without any part of a credential.</summary>
    private string Explain(Exception e) => Known is null
        ? $"No AWS credentials. Tried: {Tried}. {Advice}"
        : $"No AWS credentials from {Tried}: {Reason(e)}. {Advice}".TrimEnd();

    /// <summary>The first line only: behind it, a refused signature would show what was signed.</summary>
    private static string Reason(Exception e) =>
        string.Join(
            ": ",
            new[] { e, e.InnerException as AmazonServiceException }.Select(x =>
                x?.Message.Split('\n')[0].Trim().TrimEnd('.')).OfType<string>());
}
