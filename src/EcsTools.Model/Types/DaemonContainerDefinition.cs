namespace EcsTools.Model;

public sealed partial class DaemonContainerDefinition
{
    /// <summary>The memory in MiB that placement counts: the reservation, or else the limit.</summary>
    public int? MiB => MemoryReservation ?? Memory;

    /// <summary>The container's name and image: <c>agent (agent:2.1)</c>.</summary>
    public override string ToString() => Image is null ? Name ?? "" : $"{Name} ({Image})";
}
