using EcsTools.Text;

namespace EcsTools.Model;

public sealed partial class NetworkBinding
{
    /// <summary>The binding as <c>49153->80/tcp</c>.</summary>
    public override string ToString() => HostPortRange is null
        ? Ports.Describe(HostPort, $"{ContainerPort}", Protocol)
        : Ports.Describe(HostPortRange, ContainerPortRange ?? "", Protocol);
}
