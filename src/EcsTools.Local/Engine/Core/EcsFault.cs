namespace EcsTools.Local.Engine.Core;

/// <summary>ECS refuses a request: the error's type and text as they go out.</summary>
internal sealed class EcsFault(string type, string message, int status = 400) : Exception(message)
{
    public string Type { get; } = type;

    public int Status { get; } = status;

    /// <summary>The resource IDs of a ConflictException; null in other errors.</summary>
    public IReadOnlyList<string>? ResourceIds { get; init; }

    public static EcsFault InvalidParameter(string message) => new("InvalidParameterException", message);

    public static EcsFault Client(string message) => new("ClientException", message);

    /// <summary>The cluster was deleted, where a service or task is concerned.</summary>
    public static EcsFault InactiveCluster() => new("ClusterNotFoundException", "The referenced cluster was inactive.");

    public static EcsFault ClusterNotFound() => new("ClusterNotFoundException", "Cluster not found.");

    public static EcsFault Unsupported(string what) => new("UnsupportedFeatureException", $"The local ECS does not simulate {what}.");
}
