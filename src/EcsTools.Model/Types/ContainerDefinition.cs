namespace EcsTools.Model;

public sealed partial class ContainerDefinition
{
    /// <summary>The memory in MiB that placement counts: the reservation, or else the limit.</summary>
    public int? MiB => MemoryReservation ?? Memory;

    /// <summary>The ports, as <c>8080->80/tcp</c>.</summary>
    public IReadOnlyList<string>? Ports => PortMappings?.ConvertAll(port => port.ToString());

    /// <summary>The container's name and image: <c>web (nginx:1.27)</c>.</summary>
    public override string ToString() => Image is null ? Name ?? "" : $"{Name} ({Image})";
}
