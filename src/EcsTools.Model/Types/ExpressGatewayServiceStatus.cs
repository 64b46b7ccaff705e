namespace EcsTools.Model;

public sealed partial class ExpressGatewayServiceStatus
{
    /// <summary>The status, and why.</summary>
    public override string ToString() => $"{StatusCode} {StatusReason}".TrimEnd();
}
