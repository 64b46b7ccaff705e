namespace EcsTools.Model;

public sealed partial class RuntimePlatform
{
    /// <summary>The platform as <c>LINUX/ARM64</c>; the usual one by default.</summary>
    public override string ToString() => $"{OperatingSystemFamily ?? "LINUX"}/{CpuArchitecture ?? "X86_64"}";
}
