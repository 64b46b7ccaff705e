using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Session;

/// <summary>The session's settings with what a cmdlet's own parameters say otherwise.</summary>
internal static class SettingsFromParameters
{
    public static EcsClientSettings With(this EcsClientSettings settings, EcsCommand command)
    {
        // Other credentials or another place than the session's make the session's keys and endpoint meaningless.
        if (command.ProfileName is not null) settings = settings with { ProfileName = command.ProfileName, AccessKey = null, SecretKey = null, SessionToken = null };
        if (command.AccessKey is not null)
            settings = settings with { AccessKey = command.AccessKey, SecretKey = command.SecretKey, SessionToken = command.SessionToken, ProfileName = null };
        return settings with { Region = command.Region ?? settings.Region, EndpointUrl = command.EndpointUrl ?? settings.EndpointUrl };
    }
}
