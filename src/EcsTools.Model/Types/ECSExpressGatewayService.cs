namespace EcsTools.Model;

public sealed partial class ECSExpressGatewayService
{
    /// <summary>The service's name, as everything else has it.</summary>
    public string? Name => ServiceName;

    /// <summary>The service's name.</summary>
    public override string ToString() => ServiceName ?? "";
}
