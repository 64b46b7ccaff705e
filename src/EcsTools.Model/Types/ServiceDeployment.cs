namespace EcsTools.Model;

public sealed partial class ServiceDeployment
{
    /// <summary>The deployment's id.</summary>
    public override string ToString() => EcsArn.IdOf(ServiceDeploymentArn ?? "");
}
