namespace EcsTools.Model;

public sealed partial class GatewayResourceFailure
{
    /// <summary>The resource that failed: the end of its ARN.</summary>
    public string? Resource => EcsArn.Foreign(Arn);

    /// <summary>The resource that failed, and the reason.</summary>
    public override string ToString() => $"{Arn}: {string.Join("; ", Errors ?? [])}";
}
