using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Session;

/// <summary>The session's settings with what a cmdlet's own parameters say otherwise.</summary>
internal static class SettingsFromParameters
{
    /// <summary>
    /// Other credentials or another region do not leave the session's endpoint: in a rehearsal on a local ECS, a runbook that names its profile
    /// must not reach AWS. Only -EndpointUrl leaves it.
    /// </summary>
    public static EcsClientSettings With(this EcsClientSettings settings, EcsCommand command)
    {
        if (command.ProfileName is not null) settings = settings.WithProfile(command.ProfileName);
        if ((command.AccessKey ?? command.SecretKey ?? command.SessionToken) is not null) settings = settings.WithKeys(command.AccessKey, command.SecretKey, command.SessionToken);
        return settings with { Region = command.Region ?? settings.Region, EndpointUrl = command.EndpointUrl ?? settings.EndpointUrl };
    }

    /// <summary>A profile takes the place of keys.</summary>
    public static EcsClientSettings WithProfile(this EcsClientSettings settings, string? profile) =>
        settings with { ProfileName = profile, AccessKey = null, SecretKey = null, SessionToken = null };

    /// <summary>Keys take the place of a profile, and of keys that were there; none at all take them away.</summary>
    /// <exception cref="EcsException">There is only a part of what belongs together.</exception>
    public static EcsClientSettings WithKeys(this EcsClientSettings settings, string? accessKey, string? secretKey, string? sessionToken)
    {
        var missing = (accessKey, secretKey, sessionToken) switch
        {
            (null, null, not null) => "-AccessKey and -SecretKey are missing",
            (null, not null, _) => "-AccessKey is missing",
            (not null, null, _) => "-SecretKey is missing",
            _ => null,
        };
        if (missing is not null) throw new EcsException("InvalidCredentials", $"The credentials are not whole: {missing}.");
        return settings with { AccessKey = accessKey, SecretKey = secretKey, SessionToken = sessionToken, ProfileName = null };
    }
}
