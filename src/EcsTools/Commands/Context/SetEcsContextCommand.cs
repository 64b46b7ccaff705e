using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Sets the default region, credentials, endpoint, and cluster of the session.</summary>
[Cmdlet(VerbsCommon.Set, "EcsContext", SupportsShouldProcess = true), OutputType(typeof(EcsContext))]
public sealed class SetEcsContextCommand : EcsToolsCommand
{
    [Parameter(Position = 0, HelpMessage = "The AWS region, for example eu-west-1.")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    [Parameter(HelpMessage = "The cluster to use when -Cluster is omitted.")]
    [ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    [Parameter(HelpMessage = "A profile of the AWS configuration files.")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    [Parameter(HelpMessage = "The credentials file that contains the profile. Default: the file in AWS_SHARED_CREDENTIALS_FILE, or the default credentials file.")]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    public string? ProfileLocation { get; set; }

    [Parameter(HelpMessage = "Credentials as an object of AWS.Tools, such as New-AWSCredential and Get-AWSCredential return. Their keys are read once, so they don't renew themselves.")]
    public object? Credential { get; set; }

    [Parameter(HelpMessage = "The ID of an access key. It replaces a profile.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? AccessKey { get; set; }

    [Parameter(HelpMessage = "The secret access key that belongs to the access key ID.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? SecretKey { get; set; }

    [Parameter(HelpMessage = "The session token of temporary credentials.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? SessionToken { get; set; }

    [Parameter(HelpMessage = "The endpoint URL to use instead of the region's default endpoint, for example that of a local ECS.")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? EndpointUrl { get; set; }

    [Parameter(HelpMessage = "Whether to use the endpoints with FIPS 140 validated cryptography.")]
    public SwitchParameter UseFips { get; set; }

    [Parameter(HelpMessage = "Whether to use the dual-stack endpoints, which also support IPv6.")]
    public SwitchParameter UseDualStack { get; set; }

    [Parameter(HelpMessage = "The maximum number of attempts for a request, including the first one. Default: 3.")]
    [ValidateRange(1, 20)]
    public int MaxAttempts { get; set; }

    [Parameter(HelpMessage = "The time limit of a call including all its attempts, as a TimeSpan or in seconds. Default: up to 100 seconds for each attempt.")]
    [Seconds]
    public TimeSpan CallTimeout { get; set; }

    [Parameter(HelpMessage = "Clears all settings first.")]
    public SwitchParameter Clear { get; set; }

    [Parameter(HelpMessage = "Returns the context after the change. By default, this cmdlet returns no output.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Sets what was given and leaves the rest.</summary>
    private protected override void Process()
    {
        if (IsGiven(nameof(CallTimeout)) && CallTimeout <= TimeSpan.Zero)
            ThrowTerminatingError(Errors.Invalid(
                "InvalidCallTimeout",
                $"-CallTimeout must be longer than 0, but it is {CallTimeout}.",
                CallTimeout,
                "Specify a number of seconds, for example -CallTimeout 20."));
        if (!ShouldProcess("context of the session", Change())) return;
        var session = EcsSession.Current;
        try
        {
            session.Settings = With(Clear ? new EcsClientSettings() : session.Settings);
        }
        catch (EcsException e)
        {
            ThrowTerminatingError(Errors.Record(
                e,
                ErrorCategory.InvalidArgument,
                null,
                "Specify -AccessKey and -SecretKey together, and -SessionToken if the credentials are temporary; or -ProfileName; or -Credential."));
        }

        if (Clear || IsGiven(nameof(Cluster))) session.Cluster = Cluster;
        if (PassThru) WriteObject(session.Context);
    }

    /// <exception cref="EcsException">The credentials are incomplete, or no credentials.</exception>
    private EcsClientSettings With(EcsClientSettings settings)
    {
        if (IsGiven(nameof(Region))) settings = settings with { Region = Region };
        if (IsGiven(nameof(EndpointUrl))) settings = settings with { EndpointUrl = EndpointUrl };
        if (IsGiven(nameof(UseFips))) settings = settings with { UseFips = UseFips };
        if (IsGiven(nameof(UseDualStack))) settings = settings with { UseDualStack = UseDualStack };
        if (IsGiven(nameof(MaxAttempts))) settings = settings with { MaxAttempts = MaxAttempts };
        if (IsGiven(nameof(CallTimeout))) settings = settings with { CallTimeout = CallTimeout };
        if (IsGiven(nameof(ProfileLocation)))
            settings = settings with { ProfileLocation = SettingsFromParameters.FileOf(this, ProfileLocation) };
        // A profile and keys exclude each other: the one that was set last counts.
        SettingsFromParameters.CheckOneSource(ProfileName, AccessKey, Credential);
        if (IsGiven(nameof(ProfileName))) settings = settings.WithProfile(ProfileName);
        if (IsGiven(nameof(Credential)))
        {
            var keys = Credential is null ? new() : SettingsFromParameters.KeysOf(Credential);
            settings = settings.WithKeys(keys.AccessKey, keys.SecretKey, keys.SessionToken);
        }

        if (!IsGiven(nameof(AccessKey)) && !IsGiven(nameof(SecretKey)) && !IsGiven(nameof(SessionToken))) return settings;
        SettingsFromParameters.CheckKeys(AccessKey, SecretKey, SessionToken);
        return settings.WithKeys(AccessKey, SecretKey, SessionToken);
    }

    /// <summary>"Set Region, Cluster". Values aren't shown, because some are secret.</summary>
    private string Change()
    {
        string[] settings = [
            nameof(Region), nameof(Cluster), nameof(ProfileName), nameof(ProfileLocation), nameof(Credential), nameof(AccessKey),
            nameof(SecretKey), nameof(SessionToken), nameof(EndpointUrl), nameof(UseFips), nameof(UseDualStack), nameof(MaxAttempts),
            nameof(CallTimeout),
        ];
        var given = settings.Where(IsGiven).ToList();
        return string.Join(
            ", then ",
            new[] { Clear
                ? "Clear all settings"
                : null, given.Count > 0 ? $"Set {string.Join(", ", given)}" : null }.OfType<string>().DefaultIfEmpty("Set nothing"));
    }

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
