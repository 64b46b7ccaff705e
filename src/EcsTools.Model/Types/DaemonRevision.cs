namespace EcsTools.Model;

public sealed partial class DaemonRevision
{
    /// <summary>The id: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(DaemonRevisionArn);

    /// <summary>The name of the daemon.</summary>
    public string? Daemon => EcsArn.NameIn(DaemonArn);

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The daemon task definition, as <c>agent:3</c>.</summary>
    public string? Definition => EcsArn.NameIn(DaemonTaskDefinitionArn);

    /// <summary>The images of the containers.</summary>
    public IReadOnlyList<string?>? Images => ContainerImages?.ConvertAll(container => container.Image);

    /// <summary>The revision's id.</summary>
    public override string ToString() => EcsArn.IdOf(DaemonRevisionArn ?? "");
}
