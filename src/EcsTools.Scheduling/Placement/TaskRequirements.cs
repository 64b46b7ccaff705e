namespace EcsTools.Scheduling.Placement;

/// <summary>The requirements of a task for its container instance. The default has none.</summary>
internal sealed record TaskRequirements
{
    /// <summary>CPU units; 1,024 are one core.</summary>
    public int Cpu { get; init; }

    /// <summary>Memory in MiB.</summary>
    public int MemoryMiB { get; init; }

    /// <summary>Whole GPUs.</summary>
    public int Gpus { get; init; }

    /// <summary>Network interfaces of its own: 1 under <c>awsvpc</c>, else 0.</summary>
    public int Enis { get; init; }

    /// <summary>
    /// The ports of the host that the task asks for by number. Host port 0 is given out by the host and is not among them.
    /// </summary>
    public IReadOnlyList<HostPort> HostPorts { get; init; } = [];

    /// <summary>Attributes that the instance must have, such as capabilities of its agent.</summary>
    public IReadOnlyList<RequiredAttribute> Attributes { get; init; } = [];

    /// <summary>The operating system family (<c>LINUX</c>); null for any. An instance without the attribute counts as matching.</summary>
    public string? OsFamily { get; init; }

    /// <summary>
    /// The CPU architecture (<c>X86_64</c>, <c>ARM64</c>); null for any. An instance without the attribute counts as matching.
    /// </summary>
    public string? CpuArchitecture { get; init; }
}

/// <summary>A port of a host. TCP and UDP ports of one number do not disturb each other.</summary>
internal readonly record struct HostPort(int Number, PortProtocol Protocol = PortProtocol.Tcp);

/// <summary>The protocol of a port.</summary>
internal enum PortProtocol
{
    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,
}

/// <summary>An attribute that an instance must have: with this value, or with any where <paramref name="Value"/> is null.</summary>
internal readonly record struct RequiredAttribute(string Name, string? Value = null);
