namespace EcsTools.Model;

public sealed partial class ServiceRegistry
{
    /// <summary>What it registers, and where: <c>web:80 in srv-utcrh6wavdkggqtk</c>.</summary>
    public override string ToString() => $"{ContainerName}:{ContainerPort ?? Port} in {RegistryArn?[(RegistryArn.LastIndexOf('/') + 1)..]}".TrimStart(':');
}
