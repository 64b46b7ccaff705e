using System.Collections;
using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Session;

/// <summary>The session's settings, with those that a cmdlet's parameters replace.</summary>
internal static class SettingsFromParameters
{
    /// <exception cref="EcsException">The keys are incomplete, or specified together with a profile or -Credential.</exception>
    public static EcsClientSettings With<TCommand>(this EcsClientSettings settings, TCommand command)
        where TCommand : PSCmdlet, IConnectionParameters
    {
        CheckKeys(command.AccessKey, command.SecretKey, command.SessionToken);
        CheckOneSource(command.ProfileName, command.AccessKey, command.Credential);
        var keys = command.Credential is null ? null : KeysOf(command.Credential);
        return settings.With(new EcsClientSettings
        {
            Region = command.Regions is [var first, ..] ? first : null,
            ProfileName = command.ProfileName,
            ProfileLocation = FileOf(command, command.ProfileLocation),
            AccessKey = keys?.AccessKey ?? command.AccessKey,
            SecretKey = keys?.SecretKey ?? command.SecretKey,
            SessionToken = keys is null ? command.SessionToken : keys.SessionToken,
            EndpointUrl = command.EndpointUrl,
        });
    }

    /// <summary>Checks that at most one parameter specifies the credentials.</summary>
    /// <exception cref="EcsException">Two do.</exception>
    public static void CheckOneSource(string? profile, string? accessKey, object? credential)
    {
        var (hasProfile, hasKey) = (!string.IsNullOrEmpty(profile), !string.IsNullOrEmpty(accessKey));
        if (hasProfile && hasKey)
            throw new EcsException(
                "InvalidCredentials",
                "-ProfileName and -AccessKey can't be used together: the credentials come from the one or the other.");
        if (credential is not null && (hasProfile || hasKey))
            throw new EcsException(
                "InvalidCredentials",
                "-Credential can't be used together with -ProfileName or -AccessKey: the credentials come from one of them.");
    }

    /// <summary>The keys of an object of AWS.Tools.</summary>
    /// <exception cref="EcsException">It is none.</exception>
    public static EcsClientSettings KeysOf(object credential) => StoredAws.KeysOf(credential)
        ?? throw new EcsException(
            "InvalidCredentials",
            "-Credential requires an object of AWS.Tools, for example from New-AWSCredential. For keys, use -AccessKey and -SecretKey.");

    /// <summary>The file of profiles that a path of PowerShell means.</summary>
    /// <exception cref="EcsException">It means no file.</exception>
    public static string? FileOf(PSCmdlet command, string? profileLocation)
    {
        try
        {
            return string.IsNullOrEmpty(profileLocation) ? null : WholeFile.PathOf(command, profileLocation);
        }
        catch (IOException e)
        {
            throw new EcsException("InvalidProfile", $"-ProfileLocation: {e.Message}", e);
        }
    }

    /// <summary>The same for parameters of a line that is still being typed, and may have a part of the keys only.</summary>
    public static EcsClientSettings With(this EcsClientSettings settings, IDictionary typed) => settings.With(new EcsClientSettings
    {
        Region = (typed[IConnectionParameters.Region] is IList { Count: > 0 } regions
            ? regions[0]
            : typed[IConnectionParameters.Region])?.ToString(),
        ProfileName = typed[nameof(IConnectionParameters.ProfileName)]?.ToString(),
        ProfileLocation = typed[nameof(IConnectionParameters.ProfileLocation)]?.ToString(),
        AccessKey = typed[nameof(IConnectionParameters.AccessKey)]?.ToString(),
        SecretKey = typed[nameof(IConnectionParameters.SecretKey)]?.ToString(),
        SessionToken = typed[nameof(IConnectionParameters.SessionToken)]?.ToString(),
        EndpointUrl = typed[nameof(IConnectionParameters.EndpointUrl)]?.ToString(),
    });

    /// <summary>
    /// Other credentials or another region do not leave the session's endpoint: in a rehearsal on a local ECS, a runbook that names its
    /// profile must not reach AWS. Only -EndpointUrl leaves it.
    /// </summary>
    private static EcsClientSettings With(this EcsClientSettings settings, EcsClientSettings own)
    {
        if (own.ProfileName is not null) settings = settings.WithProfile(own.ProfileName);
        if ((own.AccessKey ?? own.SecretKey ?? own.SessionToken) is not null)
            settings = settings.WithKeys(own.AccessKey, own.SecretKey, own.SessionToken);
        return settings with { Region = own.Region ?? settings.Region, ProfileLocation = own.ProfileLocation ?? settings.ProfileLocation,
            EndpointUrl = own.EndpointUrl ?? settings.EndpointUrl };
    }

    /// <summary>A profile replaces keys.</summary>
    public static EcsClientSettings WithProfile(this EcsClientSettings settings, string? profile) =>
        settings with { ProfileName = profile, AccessKey = null, SecretKey = null, SessionToken = null };

    /// <summary>Keys replace a profile and earlier keys. Empty keys remove them.</summary>
    public static EcsClientSettings WithKeys(this EcsClientSettings settings, string? accessKey, string? secretKey, string? sessionToken) =>
        settings with { AccessKey = accessKey, SecretKey = secretKey, SessionToken = sessionToken, ProfileName = null };

    /// <summary>Looks whether keys are whole, or none.</summary>
    /// <exception cref="EcsException">There is only a part of what belongs together.</exception>
    public static void CheckKeys(string? accessKey, string? secretKey, string? sessionToken)
    {
        var missing = (accessKey, secretKey, sessionToken) switch
        {
            (null, null, not null) => "-AccessKey and -SecretKey are missing",
            (null, not null, _) => "-AccessKey is missing",
            (not null, null, _) => "-SecretKey is missing",
            _ => null,
        };
        if (missing is not null) throw new EcsException("InvalidCredentials", $"The credentials are incomplete: {missing}.");
    }
}
