using EcsTools.Text;

namespace EcsTools.Model;

/// <summary>The endpoint and credentials of a client. Omitted settings come from the environment and the AWS configuration files.</summary>
/// <remarks>Two settings with equal values are equal, so that clients can be shared. The text form holds no secret.</remarks>
public sealed record EcsClientSettings
{
    /// <summary>The region, as in <c>eu-west-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>A profile of the AWS configuration files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The credentials file that has the profile. Null: <c>AWS_SHARED_CREDENTIALS_FILE</c>, else the usual file.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The access key's id, for explicit credentials.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret that belongs to <see cref="AccessKey"/>.</summary>
    public string? SecretKey { get; init; }

    /// <summary>The session token of temporary credentials.</summary>
    public string? SessionToken { get; init; }

    /// <summary>Another endpoint than the region's own, as the local ECS's.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>Whether to use the endpoints with FIPS 140 validated cryptography.</summary>
    public bool UseFips { get; init; }

    /// <summary>Whether to use the endpoints that speak IPv6 too.</summary>
    public bool UseDualStack { get; init; }

    /// <summary>How often a request is sent at most, the first attempt included. Null: <c>AWS_MAX_ATTEMPTS</c>, else 3.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>How long a call takes at most, with all its attempts. Null: up to 100 seconds for each attempt.</summary>
    public TimeSpan? CallTimeout { get; init; }

    /// <summary>Place and profile, never a key.</summary>
    public override string ToString() =>
        string.Join(" ", new[] { Region, ProfileName, Shown.Url(EndpointUrl) }.Where(s => !string.IsNullOrEmpty(s)));
}
