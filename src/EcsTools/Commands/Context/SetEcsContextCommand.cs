using System.Management.Automation;
using EcsTools.Completion;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Session;

namespace EcsTools.Commands;

/// <summary>Says where this session's cmdlets go when they are not told: region, credentials, endpoint, cluster.</summary>
[Cmdlet(VerbsCommon.Set, "EcsContext"), OutputType(typeof(EcsContext))]
public sealed class SetEcsContextCommand : EcsToolsCommand
{
    /// <summary>The region, as in eu-west-1.</summary>
    [Parameter(Position = 0, HelpMessage = "The region, as in eu-west-1.")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The cluster that stands for a missing -Cluster.</summary>
    [Parameter(HelpMessage = "The cluster that stands for a missing -Cluster.")]
    [ArgumentCompleter(typeof(ClusterCompleter))]
    public string? Cluster { get; set; }

    /// <summary>A profile of the AWS configuration files.</summary>
    [Parameter(HelpMessage = "A profile of the AWS configuration files.")]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The id of an access key.</summary>
    [Parameter(HelpMessage = "The id of an access key. It takes the place of a profile.")]
    public string? AccessKey { get; set; }

    /// <summary>The secret that belongs to the access key.</summary>
    [Parameter(HelpMessage = "The secret that belongs to the access key.")]
    public string? SecretKey { get; set; }

    /// <summary>The session token of temporary credentials.</summary>
    [Parameter(HelpMessage = "The session token of temporary credentials.")]
    public string? SessionToken { get; set; }

    /// <summary>Another endpoint than the region's own.</summary>
    [Parameter(HelpMessage = "Another endpoint than the region's own, as a local ECS's.")]
    public string? EndpointUrl { get; set; }

    /// <summary>Whether to use the endpoints with FIPS 140 validated cryptography.</summary>
    [Parameter(HelpMessage = "Whether to use the endpoints with FIPS 140 validated cryptography.")]
    public SwitchParameter UseFips { get; set; }

    /// <summary>Whether to use the endpoints that speak IPv6 too.</summary>
    [Parameter(HelpMessage = "Whether to use the endpoints that speak IPv6 too.")]
    public SwitchParameter UseDualStack { get; set; }

    /// <summary>How often a request is sent at most, the first attempt included.</summary>
    [Parameter(HelpMessage = "How often a request is sent at most, the first attempt included; 3 by default.")]
    [ValidateRange(1, 20)]
    public int MaxAttempts { get; set; }

    /// <summary>Forgets everything that was set before.</summary>
    [Parameter(HelpMessage = "Forgets everything that was set before.")]
    public SwitchParameter Clear { get; set; }

    /// <summary>Emits the context as it is now.</summary>
    [Parameter(HelpMessage = "Emits the context as it is now.")]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Sets what was given and leaves the rest.</summary>
    private protected override void Process()
    {
        var session = EcsSession.Current;
        var settings = Clear ? new EcsClientSettings() : session.Settings;
        if (IsGiven(nameof(Region))) settings = settings with { Region = Region };
        if (IsGiven(nameof(EndpointUrl))) settings = settings with { EndpointUrl = EndpointUrl };
        if (IsGiven(nameof(UseFips))) settings = settings with { UseFips = UseFips };
        if (IsGiven(nameof(UseDualStack))) settings = settings with { UseDualStack = UseDualStack };
        if (IsGiven(nameof(MaxAttempts))) settings = settings with { MaxAttempts = MaxAttempts };
        // A profile and keys exclude each other: the one that was given last counts.
        if (IsGiven(nameof(ProfileName))) settings = settings.WithProfile(ProfileName);
        if (IsGiven(nameof(AccessKey)) || IsGiven(nameof(SecretKey)) || IsGiven(nameof(SessionToken))) settings = WithKeys(settings);
        session.Settings = settings;
        if (Clear || IsGiven(nameof(Cluster))) session.Cluster = Cluster;
        if (PassThru) WriteObject(session.Context);
    }

    private EcsClientSettings WithKeys(EcsClientSettings settings)
    {
        try
        {
            SettingsFromParameters.CheckKeys(AccessKey, SecretKey, SessionToken);
        }
        catch (EcsException e)
        {
            ThrowTerminatingError(Errors.Record(e, e.ErrorCode, ErrorCategory.InvalidArgument, null, e.Message, "Give -AccessKey and -SecretKey together, and -SessionToken where the credentials are temporary."));
        }

        return settings.WithKeys(AccessKey, SecretKey, SessionToken);
    }

    private bool IsGiven(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
