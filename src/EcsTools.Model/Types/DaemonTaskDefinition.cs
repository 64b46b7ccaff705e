namespace EcsTools.Model;

public sealed partial class DaemonTaskDefinition
{
    /// <summary>Family and revision, as <c>agent:3</c>.</summary>
    public string? Definition => EcsArn.NameIn(DaemonTaskDefinitionArn);

    /// <summary>The CPU units of the task, or else of its containers together.</summary>
    public int? CpuUnits => EcsTools.Model.TaskDefinition.Amount(Cpu, ContainerDefinitions?.Sum(container => container.Cpu ?? 0));

    /// <summary>The memory of the task in MiB, or else what its containers reserve together.</summary>
    public int? MiB => EcsTools.Model.TaskDefinition.Amount(Memory, ContainerDefinitions?.Sum(container => container.MiB ?? 0));

    /// <summary>The images of the containers.</summary>
    public IReadOnlyList<string?>? Images => ContainerDefinitions?.ConvertAll(container => container.Image);

    /// <summary>Family and revision: <c>agent:3</c>.</summary>
    public override string ToString() => $"{Family}:{Revision}";
}
