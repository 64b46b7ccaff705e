namespace EcsTools.Scheduling.Capacity;

/// <summary>The capacity of an instance without tasks.</summary>
/// <param name="Cpu">CPU units; 1,024 are one core.</param>
/// <param name="MemoryMiB">Memory in MiB.</param>
/// <param name="Gpus">Whole GPUs.</param>
/// <param name="Enis">Network interfaces for tasks.</param>
internal readonly record struct InstanceSize(int Cpu, int MemoryMiB, int Gpus, int Enis);
