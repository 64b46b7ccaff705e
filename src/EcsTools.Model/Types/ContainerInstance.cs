namespace EcsTools.Model;

public sealed partial class ContainerInstance
{
    /// <summary>The ARN of the cluster. ECS does not send it; the instance's own ARN tells it, so that instances can be piped on.</summary>
    public string? ClusterArn => EcsArn.TryParse(ContainerInstanceArn, out var arn) ? arn.ClusterArn : null;

    /// <summary>The container instance's id.</summary>
    public override string ToString() => EcsArn.IdOf(ContainerInstanceArn ?? "");
}
