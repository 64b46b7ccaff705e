using System.Collections;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Session;

/// <summary>The session's settings with what a cmdlet's own parameters say otherwise.</summary>
internal static class SettingsFromParameters
{
    public static EcsClientSettings With(this EcsClientSettings settings, EcsCommand command) => settings.With(new EcsClientSettings
    {
        Region = command.Region,
        ProfileName = command.ProfileName,
        AccessKey = command.AccessKey,
        SecretKey = command.SecretKey,
        SessionToken = command.SessionToken,
        EndpointUrl = command.EndpointUrl,
    });

    /// <summary>The same for parameters of a line that is still being typed.</summary>
    public static EcsClientSettings With(this EcsClientSettings settings, IDictionary typed) => settings.With(new EcsClientSettings
    {
        Region = typed[nameof(EcsCommand.Region)]?.ToString(),
        ProfileName = typed[nameof(EcsCommand.ProfileName)]?.ToString(),
        AccessKey = typed[nameof(EcsCommand.AccessKey)]?.ToString(),
        SecretKey = typed[nameof(EcsCommand.SecretKey)]?.ToString(),
        SessionToken = typed[nameof(EcsCommand.SessionToken)]?.ToString(),
        EndpointUrl = typed[nameof(EcsCommand.EndpointUrl)]?.ToString(),
    });

    private static EcsClientSettings With(this EcsClientSettings settings, EcsClientSettings own)
    {
        // Other credentials or another place than the session's make the session's keys and endpoint meaningless.
        if (own.ProfileName is not null) settings = settings with { ProfileName = own.ProfileName, AccessKey = null, SecretKey = null, SessionToken = null };
        if (own.AccessKey is not null) settings = settings with { AccessKey = own.AccessKey, SecretKey = own.SecretKey, SessionToken = own.SessionToken, ProfileName = null };
        return settings with { Region = own.Region ?? settings.Region, EndpointUrl = own.EndpointUrl ?? settings.EndpointUrl };
    }
}
