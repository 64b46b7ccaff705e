using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Session;

/// <summary>What AWS.Tools' <c>Set-AWSCredential</c> and <c>Set-DefaultAWSRegion</c> leave in the session.</summary>
internal static class StoredAws
{
    /// <summary>Fills in what the settings leave open.</summary>
    public static EcsClientSettings Complete(EcsClientSettings settings, SessionState session)
    {
        if (settings.Region is null && session.PSVariable.GetValue("StoredAWSRegion") is { } region)
            settings = settings with { Region = region.ToString() };
        if (settings.ProfileName is not null || settings.AccessKey is not null) return settings;
        return session.PSVariable.GetValue("StoredAWSCredentials") switch
        {
            null => settings,
            string profile => settings with { ProfileName = profile },
            var credentials =>
                KeysOf(credentials) is { } keys
                    ? settings with { AccessKey = keys.AccessKey, SecretKey = keys.SecretKey, SessionToken = keys.SessionToken }
                    : settings,
        };
    }

    /// <summary>
    /// The keys of an object of AWS.Tools, whose type is not ours to name: it is asked by the names of its members. Null for any other
    /// object.
    /// </summary>
    public static EcsClientSettings? KeysOf(object credentials)
    {
        var wrapped = PSObject.AsPSObject(credentials);
        var inner = wrapped.Properties["Credentials"]?.Value is { } value ? PSObject.AsPSObject(value) : wrapped;
        if (inner.Methods["GetCredentials"]?.Invoke() is not { } keys) return null;
        var pair = PSObject.AsPSObject(keys);
        return new()
        {
            AccessKey = pair.Properties["AccessKey"]?.Value as string,
            SecretKey = pair.Properties["SecretKey"]?.Value as string,
            SessionToken = pair.Properties["Token"]?.Value is string { Length: > 0 } token ? token : null,
        };
    }
}
