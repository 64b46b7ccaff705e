namespace EcsTools.Model;

public sealed partial class GatewayResourceFailure
{
    /// <summary>What failed, and why.</summary>
    public override string ToString() => $"{Arn}: {string.Join("; ", Errors ?? [])}";
}
