using System.Globalization;
using Amazon.Runtime.CredentialManagement;
using EcsTools.Model;

namespace EcsTools.Client;

/// <summary>Complete settings: omitted ones come from the environment, then from the profile.</summary>
/// <remarks>
/// Read again for each client, because users change <c>$env:</c> in a session; the SDK's own fallbacks are read once in a process.
/// </remarks>
/// <param name="Region">The region, for the endpoint and for the signature.</param>
/// <param name="Endpoint">The endpoint of the requests.</param>
/// <param name="MaxAttempts">How often a request is sent at most.</param>
/// <param name="Profile">The profile in force; null when the files do not have it.</param>
internal sealed record ResolvedSettings(string Region, Uri Endpoint, int MaxAttempts, CredentialProfile? Profile)
{
    private const int DefaultMaxAttempts = 3;

    /// <exception cref="EcsException">There is no region, no such profile, or a value that cannot be used.</exception>
    public static ResolvedSettings From(EcsClientSettings settings, AwsService? of = null)
    {
        var service = of ?? Operations.Service;
        var name = Text(settings.ProfileName);
        var profile = FindProfile(name, settings.ProfileLocation);
        var region =
            Text(settings.Region) ?? EnvironmentVariable.Trimmed("AWS_REGION") ?? EnvironmentVariable.Trimmed("AWS_DEFAULT_REGION")
                ?? profile?.Region?.SystemName ?? throw NoRegion();
        var fips = settings.UseFips || (Flag("AWS_USE_FIPS_ENDPOINT") ?? profile?.UseFIPSEndpoint ?? false);
        var dualStack = settings.UseDualStack || (Flag("AWS_USE_DUALSTACK_ENDPOINT") ?? profile?.UseDualstackEndpoint ?? false);
        var url = GivenUrl(settings, service) ?? ConfiguredUrl(service, name ?? Profiles.DefaultName, profile, settings.ProfileLocation);
        var attempts = settings.MaxAttempts ?? Number("AWS_MAX_ATTEMPTS") ?? profile?.MaxAttempts ?? DefaultMaxAttempts;
        if (attempts < 1) throw Invalid("the number of attempts", attempts.ToString(CultureInfo.InvariantCulture), "a number from 1");
        return new ResolvedSettings(region, EcsEndpoint.Of(service, region, url, fips, dualStack), attempts, profile);
    }

    private static CredentialProfile? FindProfile(string? name, string? location)
    {
        if (name is null) return Profiles.Find(Profiles.DefaultName, location);
        if (Profiles.Find(name, location) is { } profile) return profile;
        var known = string.Join(", ", Profiles.Names(location).DefaultIfEmpty("none"));
        throw new EcsException("ProfileNotFound", $"The AWS configuration files have no profile '{name}'. They have: {known}.");
    }

    /// <summary>
    /// The endpoint that the command or the session names. It is ECS's; an emulator serves all services there, and an endpoint of AWS's
    /// only its own.
    /// </summary>
    private static string? GivenUrl(EcsClientSettings settings, AwsService service)
    {
        var url = Text(settings.EndpointUrl);
        return service == Operations.Service || !Uri.TryCreate(url, UriKind.Absolute, out var given) || !IsAws(given.Host) ? url : null;
    }

    private static bool IsAws(string host) =>
        Array.Exists(
            [".amazonaws.com", ".amazonaws.com.cn", ".api.aws", ".amazonwebservices.com.cn"],
            suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    private static string? ConfiguredUrl(AwsService service, string profileName, CredentialProfile? profile, string? location)
    {
        var isIgnored = Flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") ?? profile?.IgnoreConfiguredEndpointUrls ?? false;
        return isIgnored ? null : Text(ConfiguredEndpoint.Of(service, profile is null ? null : Profiles.Reference(profileName, location)));
    }

    private static EcsException NoRegion() => new(
        "RegionNotFound",
        "No region is set. Specify -Region, or set the region with Set-EcsContext -Region, in the environment variable AWS_REGION, or as 'region' of the profile.");

    private static EcsException Invalid(string what, string value, string expected) =>
        new("InvalidConfiguration", $"'{value}' cannot be {what}: expected {expected}.");

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static bool? Flag(string name) => EnvironmentVariable.Trimmed(name) is not { } value ? null
        : bool.TryParse(value, out var flag) ? flag
        : throw Invalid(name, value, "true or false");

    private static int? Number(string name) => EnvironmentVariable.Trimmed(name) is not { } value ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Invalid(name, value, "a number from 1");
}
