namespace EcsTools.Model;

public sealed partial class GatewayResourceFailure
{
    /// <summary>What failed: the end of the ARN.</summary>
    public string? Resource => EcsArn.Foreign(Arn);

    /// <summary>What failed, and why.</summary>
    public override string ToString() => $"{Arn}: {string.Join("; ", Errors ?? [])}";
}
