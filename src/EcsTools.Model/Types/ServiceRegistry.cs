namespace EcsTools.Model;

public sealed partial class ServiceRegistry
{
    /// <summary>The port that it registers, and the registry: <c>web:80 in srv-utcrh6wavdkggqtk</c>.</summary>
    public override string ToString() =>
        $"{ContainerName}:{ContainerPort ?? Port} in {RegistryArn?[(RegistryArn.LastIndexOf('/') + 1)..]}".TrimStart(':');
}
