using Amazon.Runtime;

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

    /// <summary>Whether they are available without a call.</summary>
    public bool AreAtHand => Known is BasicAWSCredentials or SessionAWSCredentials;

    /// <summary>A text without any part of a credential.</summary>
    public string Explain(Exception e) => Known is null
        ? $"No AWS credentials. Tried: {Tried}. {Advice}"
        : $"No AWS credentials from {Tried}: {Reason(e)}. {Advice}".TrimEnd();

    /// <summary>The first line only: behind it, a refused signature would show what was signed.</summary>
    private static string Reason(Exception e) =>
        string.Join(": ", new[] { e, e.InnerException as AmazonServiceException }.Select(x => x?.Message.Split('\n')[0].Trim().TrimEnd('.')).OfType<string>());
}
