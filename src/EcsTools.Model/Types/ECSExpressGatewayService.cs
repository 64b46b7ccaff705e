namespace EcsTools.Model;

public sealed partial class ECSExpressGatewayService
{
    /// <summary>The service's name, as everything else has it.</summary>
    public string? Name => ServiceName;

    /// <summary>The fewest and the most tasks that scaling may choose: <c>1 to 20</c>.</summary>
    public string? Scale => Active?.Scale;

    /// <summary>The addresses of the service.</summary>
    public string? Url => Active?.Url;

    /// <summary>The image of the container that serves.</summary>
    public string? Image => Active?.Image;

    /// <summary>The service's name.</summary>
    public override string ToString() => ServiceName ?? "";

    private ExpressGatewayServiceConfiguration? Active => ActiveConfigurations is [var active, ..] ? active : null;
}
