namespace EcsTools.Model;

public sealed partial class ContainerInstance
{
    /// <summary>
    /// The ARN of the cluster. ECS doesn't return it; it's derived from the ARN of the instance, so that instances can be piped.
    /// </summary>
    public string? ClusterArn => EcsArn.TryParse(ContainerInstanceArn, out var arn) ? arn.ClusterArn : null;

    /// <summary>The id: the end of the ARN.</summary>
    public string? Id => EcsArn.NameIn(ContainerInstanceArn);

    /// <summary>The name of the cluster.</summary>
    public string? Cluster => EcsArn.NameIn(ClusterArn);

    /// <summary>The Availability Zone.</summary>
    public string? Zone => Attribute("ecs.availability-zone");

    /// <summary>The type of the machine, such as <c>t3.medium</c>.</summary>
    public string? InstanceType => Attribute("ecs.instance-type");

    /// <summary>The number of running tasks.</summary>
    public int? TaskCount => RunningTasksCount;

    /// <summary>The version of the agent.</summary>
    public string? Agent => VersionInfo?.AgentVersion;

    /// <summary>The CPU units that no task has reserved.</summary>
    public int? CpuLeft => Amount(RemainingResources, "CPU");

    /// <summary>All CPU units.</summary>
    public int? CpuTotal => Amount(RegisteredResources, "CPU");

    /// <summary>The memory in MiB that no task has reserved.</summary>
    public int? MemoryLeft => Amount(RemainingResources, "MEMORY");

    /// <summary>All memory in MiB.</summary>
    public int? MemoryTotal => Amount(RegisteredResources, "MEMORY");

    /// <summary>The host ports that are taken.</summary>
    public string PortsTaken =>
        string.Join(
            ", ",
            (RemainingResources ?? [])
                .Where(r => r.Name is "PORTS" or "PORTS_UDP" && r.ValueText.Length > 0)
                .Select(r => r.Name == "PORTS" ? r.ValueText : $"UDP {r.ValueText}"));

    /// <summary>The container instance's id.</summary>
    public override string ToString() => EcsArn.IdOf(ContainerInstanceArn ?? "");

    private string? Attribute(string name) => Attributes?.Find(attribute => attribute.Name == name)?.Value;

    private static int? Amount(List<Resource>? resources, string name) => resources?.Find(resource => resource.Name == name)?.IntegerValue;
}
