using EcsTools.Model;
using EcsTools.Scheduling.Placement;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>A task definition as the rules look at it.</summary>
internal sealed class Definition(RegisterTaskDefinitionRequest request)
{
    public RegisterTaskDefinitionRequest Request => request;

    /// <summary>Whether it is a daemon's, which has sizes of its own and no network mode.</summary>
    public bool IsDaemon { get; init; }

    public IReadOnlyList<PlacedContainer> Containers { get; } = [.. (request.ContainerDefinitions ?? [])
        .Select((container, index) => new PlacedContainer(container, index))
        .Where(container => container.It is not null)];

    public bool IsFargate => Requires(Compatibility.Fargate);

    public bool IsWindows => request.RuntimePlatform?.OperatingSystemFamily?.StartsWith("WINDOWS", StringComparison.Ordinal) == true;

    /// <summary>The network mode; null for Docker's, which is bridge under Linux.</summary>
    public string? Mode => ModeOf(request);

    /// <summary>Whether ports of a container are the same ports outside of it.</summary>
    public bool SharesPorts => Mode is NetworkMode.Awsvpc or NetworkMode.Host;

    public IEnumerable<string> Names => Containers.Select(container => container.It.Name ?? "");

    /// <summary>The task's CPU units, as text; null if it has none.</summary>
    public string? Cpu => TaskSize.Cpu(request.Cpu);

    /// <summary>The task's MiB of memory, as text; null if it has none.</summary>
    public string? Memory => TaskSize.Memory(request.Memory);

    /// <summary>The network mode of a request. Managed instances have another default than EC2.</summary>
    public static string? ModeOf(RegisterTaskDefinitionRequest request) =>
        request.NetworkMode ?? (request.RequiresCompatibilities is [Compatibility.ManagedInstances] ? NetworkMode.Awsvpc : null);

    public bool Requires(string compatibility) => request.RequiresCompatibilities?.Contains(compatibility) == true;

    public bool Has(string? container) => Containers.Any(other => other.It.Name == container);

    /// <summary>The items of a list of each container, and where they are.</summary>
    public IEnumerable<(PlacedContainer Container, string Path, TItem Item)> Items<TItem>(
        string member, Func<ContainerDefinition, List<TItem>?> list) =>
        Containers.SelectMany(container =>
            (list(container.It) ?? [])
                .Select((item, index) => (container, $"{container.Path}.{member}[{index}]", item))
                .Where(one => one.item is not null));

    /// <summary>The volumes, and where they are.</summary>
    public IEnumerable<(string Path, Volume Volume)> Volumes =>
        (request.Volumes ?? []).Select((volume, index) => ($"volumes[{index}]", volume)).Where(one => one.volume is not null);
}

/// <summary>A container and its place.</summary>
internal sealed record PlacedContainer(ContainerDefinition It, int Index)
{
    /// <summary>The place by name, or by number if it has no name.</summary>
    public string Path => $"containerDefinitions[{(string.IsNullOrEmpty(It.Name) ? $"{Index}" : It.Name)}]";

    /// <summary>A breach at a member of the container; the container's name comes first among the values.</summary>
    public Breach At(string member, params string?[] values) => new($"{Path}.{member}", [It.Name, .. values]);
}
