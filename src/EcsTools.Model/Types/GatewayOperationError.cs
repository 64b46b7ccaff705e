namespace EcsTools.Model;

public sealed partial class GatewayOperationError
{
    /// <summary>The operation that failed, and why: <c>CreateLoadBalancer AccessDenied: not allowed</c>.</summary>
    public override string ToString() => $"{Operation} {Code}: {Message}";
}
