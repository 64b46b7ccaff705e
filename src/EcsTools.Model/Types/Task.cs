namespace EcsTools.Model;

public sealed partial class Task
{
    /// <summary>The task's id, which is the end of its ARN.</summary>
    public string Id => EcsArn.IdOf(TaskArn ?? "");

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The status, as ECS last knew it.</summary>
    public string? Status => LastStatus;

    /// <summary>The result of the health checks.</summary>
    public string? Health => HealthStatus;

    /// <summary>The task definition, as <c>web:3</c>.</summary>
    public string? Definition => EcsArn.NameIn(TaskDefinitionArn);

    /// <summary>The Availability Zone.</summary>
    public string? Zone => AvailabilityZone;

    /// <summary>The id of the container instance, or the capacity that the task runs on where there is none.</summary>
    public string? Instance => EcsArn.NameIn(ContainerInstanceArn) ?? CapacityProviderName ?? LaunchType;

    /// <summary>Why the task stopped: the containers that failed, then the reason of the task.</summary>
    public string Reason =>
        string.Join(
            "; ",
            (Containers ?? [])
                .Where(container => container.HasFailed)
                .Select(container => $"{container.Name} {container.Ending}")
                .Append(StoppedReason)
                .Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The task's id.</summary>
    public override string ToString() => Id;
}
