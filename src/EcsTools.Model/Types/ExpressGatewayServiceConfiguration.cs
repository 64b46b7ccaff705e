namespace EcsTools.Model;

public sealed partial class ExpressGatewayServiceConfiguration
{
    /// <summary>Which revision, and what it runs: <c>1938472650193847265 (nginx:1.27)</c>.</summary>
    public override string ToString() => $"{EcsArn.IdOf(ServiceRevisionArn ?? "")} ({PrimaryContainer?.Image ?? EcsArn.IdOf(TaskDefinitionArn ?? "")})";
}
