using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The profiles of the machine's AWS configuration files.</summary>
internal static class Profiles
{
    /// <summary>The profile that counts when none is named.</summary>
    public static string DefaultName => Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } name ? name : "default";

    /// <summary>The files as they are now. The SDK looks at the variable only once; people change it in a session.</summary>
    public static CredentialProfileStoreChain Store => new(Location);

    private static string? Location => Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE") is { Length: > 0 } path ? path : null;

    /// <summary>All names in order; none when the files cannot be read, as this only serves completion.</summary>
    public static IReadOnlyList<string> Names()
    {
        try
        {
            return [.. Store.ListProfiles().Select(p => p.Name).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is AmazonClientException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The profile of that name; null when there is none.</summary>
    /// <exception cref="EcsException">The files cannot be read.</exception>
    public static CredentialProfile? Find(string name)
    {
        try
        {
            return Store.TryGetProfile(name, out var profile) ? profile : null;
        }
        catch (Exception e) when (e is AmazonClientException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new EcsException("InvalidProfile", $"The AWS configuration files cannot be read: {e.Message}", e);
        }
    }

    /// <summary>How the SDK is told of a profile.</summary>
    public static Profile Reference(string name) => new(name, Location);
}
