namespace EcsTools.Model;

public sealed partial class UpdatedExpressGatewayService
{
    /// <summary>The service's name, as everything else has it.</summary>
    public string? Name => ServiceName;

    /// <summary>The fewest and the most tasks that scaling may choose: <c>1 to 20</c>.</summary>
    public string? Scale => TargetConfiguration?.Scale;

    /// <summary>The addresses of the service.</summary>
    public string? Url => TargetConfiguration?.Url;

    /// <summary>The image of the container that serves.</summary>
    public string? Image => TargetConfiguration?.Image;

    /// <summary>The service's name.</summary>
    public override string ToString() => ServiceName ?? "";
}
