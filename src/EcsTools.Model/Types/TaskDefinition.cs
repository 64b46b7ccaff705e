namespace EcsTools.Model;

public sealed partial class TaskDefinition
{
    /// <summary>The tags. ECS sends them beside the task definition, and only when asked with -Include TAGS.</summary>
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

    /// <summary>What the task definition requires to run on, or else all that it suits.</summary>
    public string Launch => string.Join(", ", RequiresCompatibilities is { Count: > 0 } required ? required : Compatibilities ?? []);

    /// <summary>Family and revision: <c>web:3</c>.</summary>
    public override string ToString() => $"{Family}:{Revision}";

    /// <summary>What the task has, or else its containers together; null where neither has anything.</summary>
    internal static int? Amount(string? ofTask, int? ofContainers) => int.TryParse(ofTask, out var amount) ? amount : ofContainers > 0 ? ofContainers : null;
}
