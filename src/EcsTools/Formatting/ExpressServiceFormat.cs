using EcsTools.Model;

namespace EcsTools.Formatting;

/// <summary>How views write what an Express service is configured to be.</summary>
public static class ExpressServiceFormat
{
    /// <summary>Where it is reached.</summary>
    public static string Url(ExpressGatewayServiceConfiguration? configuration) => Format.Items(configuration?.IngressPaths?.Select(path => path.Endpoint));

    /// <summary>The fewest and the most tasks that scaling may choose: <c>1 to 20</c>.</summary>
    public static string Scale(ExpressGatewayServiceConfiguration? configuration) =>
        configuration?.ScalingTarget is { } target ? $"{target.MinTaskCount} to {target.MaxTaskCount}" : "";

    /// <summary>The image of the container that serves.</summary>
    public static string Image(ExpressGatewayServiceConfiguration? configuration) => configuration?.PrimaryContainer?.Image ?? "";
}
