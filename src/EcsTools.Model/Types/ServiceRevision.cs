namespace EcsTools.Model;

public sealed partial class ServiceRevision
{
    /// <summary>The id: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(ServiceRevisionArn);

    /// <summary>The name of the service.</summary>
    public string? Service => EcsArn.NameIn(ServiceArn);

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The task definition, as <c>web:3</c>.</summary>
    public string? Definition => EcsArn.NameIn(TaskDefinition);

    /// <summary>The launch type, or the capacity providers that share the tasks.</summary>
    public string? Launch => CapacityProviderStrategyItem.Launch(LaunchType, CapacityProviderStrategy);

    /// <summary>The images of the containers.</summary>
    public IReadOnlyList<string?>? Images => ContainerImages?.ConvertAll(container => container.Image);

    /// <summary>The revision's id.</summary>
    public override string ToString() => EcsArn.IdOf(ServiceRevisionArn ?? "");
}
