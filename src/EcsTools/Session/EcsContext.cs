namespace EcsTools.Session;

/// <summary>The default region, credentials, endpoint, and cluster of the session, which <c>Get-EcsContext</c> returns.</summary>
/// <param name="Region">The region; null leaves it to the environment and the AWS configuration files.</param>
/// <param name="ProfileName">The profile of the AWS configuration files.</param>
/// <param name="ProfileLocation">The credentials file that contains the profile.</param>
/// <param name="AccessKey">The id of the access key, when keys were given. The secret is never shown.</param>
/// <param name="EndpointUrl">Another endpoint than the region's own.</param>
/// <param name="Cluster">The cluster that stands for a missing <c>-Cluster</c>.</param>
/// <param name="MaxAttempts">How often a request is sent at most.</param>
/// <param name="CallTimeout">How long a call takes at most, with all its attempts.</param>
public sealed record EcsContext(
    string? Region,
    string? ProfileName,
    string? ProfileLocation,
    string? AccessKey,
    string? EndpointUrl,
    string? Cluster,
    int? MaxAttempts,
    TimeSpan? CallTimeout);
