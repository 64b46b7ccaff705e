using EcsTools.Text;

namespace EcsTools.Model;

public sealed partial class PortMapping
{
    /// <summary>The mapping as <c>8080->80/tcp</c>; without the host's port where ECS chooses it.</summary>
    public override string ToString() => Ports.Describe(HostPort, ContainerPortRange ?? $"{ContainerPort}", Protocol);
}
