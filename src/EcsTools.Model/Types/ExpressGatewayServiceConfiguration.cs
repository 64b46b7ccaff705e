namespace EcsTools.Model;

public sealed partial class ExpressGatewayServiceConfiguration
{
    /// <summary>The image of the container that serves.</summary>
    public string? Image => PrimaryContainer?.Image;

    /// <summary>The port of the container that serves.</summary>
    public int? Port => PrimaryContainer?.ContainerPort;

    /// <summary>The fewest and the most tasks that scaling may choose: <c>1 to 20</c>.</summary>
    public string? Scale => ScalingTarget is { } target ? $"{target.MinTaskCount} to {target.MaxTaskCount}" : null;

    /// <summary>The addresses of the service.</summary>
    public string Url => string.Join(", ", (IngressPaths ?? []).Select(path => path.Endpoint));

    /// <summary>Which revision, and what it runs: <c>1938472650193847265 (nginx:1.27)</c>.</summary>
    public override string ToString() =>
        $"{EcsArn.IdOf(ServiceRevisionArn ?? "")} ({PrimaryContainer?.Image ?? EcsArn.IdOf(TaskDefinitionArn ?? "")})";
}
