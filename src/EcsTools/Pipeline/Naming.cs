using EcsTools.Model;

namespace EcsTools.Pipeline;

/// <summary>How messages name things.</summary>
internal static class Naming
{
    /// <summary>"service web in cluster prod".</summary>
    public static string Subject(string thing, string? name, string? cluster) => $"{thing} {EcsArn.IdOf(name ?? "")} in cluster {EcsArn.IdOf(cluster ?? "default")}";

    /// <summary>"task set 12 of service web in cluster prod".</summary>
    public static string TaskSet(string? taskSet, string? service, string? cluster) => $"task set {EcsArn.IdOf(taskSet ?? "")} of {Subject("service", service, cluster)}";

    /// <summary>"service deployment abc of service web in cluster prod".</summary>
    public static string ServiceDeployment(string? identifier) => EcsArn.TryParse(identifier, out var arn) && arn.Resource.Split('/') is [var cluster, var service, var id]
        ? $"service deployment {id} of {Subject("service", service, cluster)}"
        : $"service deployment {identifier}";
}
