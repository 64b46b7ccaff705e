namespace EcsTools.Model;

public sealed partial class TaskDefinition
{
    /// <summary>The tags. ECS returns them next to the task definition, and only with -Include TAGS.</summary>
    public List<Tag>? Tags { get; set; }

    partial void CopyOwn(TaskDefinition copy) => copy.Tags = Copies.List(Tags, static tag => tag.Copy());

    /// <summary>Family and revision, as <c>web:3</c>.</summary>
    public string? Definition => EcsArn.NameIn(TaskDefinitionArn);

    /// <summary>The CPU units of the task, or else of its containers together.</summary>
    public int? CpuUnits => Amount(Cpu, ContainerDefinitions?.Sum(container => container.Cpu ?? 0));

    /// <summary>The memory of the task in MiB, or else what its containers reserve together.</summary>
    public int? MiB => Amount(Memory, ContainerDefinitions?.Sum(container => container.MiB ?? 0));

    /// <summary>The images of the containers.</summary>
    public IReadOnlyList<string?>? Images => ContainerDefinitions?.ConvertAll(container => container.Image);

    /// <summary>The launch types that the task definition requires, or else all that are compatible.</summary>
    public string Launch => string.Join(", ", RequiresCompatibilities is { Count: > 0 } required ? required : Compatibilities ?? []);

    /// <summary>Family and revision: <c>web:3</c>.</summary>
    public override string ToString() => $"{Family}:{Revision}";

    /// <summary>The size of the task, or else the sum of its containers; null if neither has a size.</summary>
    internal static int? Amount(string? ofTask, int? ofContainers) =>
        int.TryParse(ofTask, out var amount) ? amount : ofContainers > 0 ? ofContainers : null;
}
