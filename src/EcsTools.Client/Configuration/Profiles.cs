using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>The profiles of the machine's AWS configuration files.</summary>
internal static class Profiles
{
    /// <summary>The last result: every command looks up the same profile, in files that rarely change.</summary>
    private static volatile Found? last;

    /// <summary>The profile that counts when none is named.</summary>
    public static string DefaultName => EnvironmentVariable.Of("AWS_PROFILE") ?? "default";

    /// <summary>The files as they are now. The SDK looks at the variable only once; people change it in a session.</summary>
    public static CredentialProfileStoreChain Store(string? location) => new(Location(location));

    private static string? Location(string? given) => given ?? EnvironmentVariable.Of("AWS_SHARED_CREDENTIALS_FILE");

    private static string CredentialsFile(string? location) => Location(location) ?? SharedCredentialsFile.DefaultFilePath;

    private static string ConfigFile(string? location) =>
        EnvironmentVariable.Of("AWS_CONFIG_FILE") ?? Path.Combine(Path.GetDirectoryName(CredentialsFile(location)) ?? "", "config");

    /// <summary>All names in order; none when the files cannot be read, as this only serves completion.</summary>
    public static IReadOnlyList<string> Names(string? location = null)
    {
        try
        {
            return [.. Store(location).ListProfiles().Select(p => p.Name).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is AmazonClientException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The profile of that name; null when there is none.</summary>
    /// <exception cref="EcsException">The files cannot be read.</exception>
    public static CredentialProfile? Find(string name, string? location = null)
    {
        if (OperatingSystem.IsWindows()) return Read(name, location); // the SDK also has its own store there
        var files = (Credentials: FileState.Of(CredentialsFile(location)), Config: FileState.Of(ConfigFile(location)));
        if (last is { } known && known.Name == name && known.Files == files) return known.Profile;
        var profile = files.Credentials.Exists || files.Config.Exists ? Read(name, location) : null;
        last = files.Credentials.IsOld && files.Config.IsOld ? new Found(name, files, profile) : null;
        return profile;
    }

    private static CredentialProfile? Read(string name, string? location)
    {
        try
        {
            return Store(location).TryGetProfile(name, out var profile) ? profile : null;
        }
        catch (Exception e) when (e is AmazonClientException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new EcsException("InvalidProfile", $"The AWS configuration files cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The SDK's options for a profile.</summary>
    public static Profile Reference(string name, string? location) => new(name, Location(location));

    private sealed record Found(string Name, (FileState Credentials, FileState Config) Files, CredentialProfile? Profile);

    /// <summary>Identifies the version of a file.</summary>
    private readonly record struct FileState(string Path, DateTime Written, long Length)
    {
        public bool Exists => Written != default;

        /// <summary>Whether it was written so long ago that another writing would have another time: file systems count in steps.</summary>
        public bool IsOld => DateTime.UtcNow - Written > TimeSpan.FromSeconds(2);

        public static FileState Of(string path)
        {
            var file = new FileInfo(path);
            if (!file.Exists) return new(path, default, 0);
            // what is written is what it points at
            if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target) file = target;
            return new(path, file.LastWriteTimeUtc, file.Length);
        }
    }
}
