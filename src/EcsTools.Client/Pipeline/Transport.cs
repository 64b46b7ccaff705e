namespace EcsTools.Client;

/// <summary>How the attempts of a client's calls are sent.</summary>
internal sealed record Transport
{
    /// <summary>How long ECS has to begin its answer, and again to end it: as HttpClient, 100 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The longest pause between two attempts.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The connections for requests.</summary>
    public HttpMessageInvoker Connections { get; init; } = SharedConnections.All;
}
