using System.Collections;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Engine.Services;

/// <summary>
/// The settings in a service revision, with which the tasks of the service are started. This is the only list of them. A change of one is a
/// deployment, because a running task can't change.
/// </summary>
internal sealed class ServiceSettings
{
    private static readonly StructureShape Shape = ((IStructure)new ServiceRevision()).GetShape();

    /// <summary>The settings, as members of a revision.</summary>
    public static IReadOnlyList<MemberShape> Members { get; } =
    [
        .. new[]
        {
            "taskDefinition", "launchType", "capacityProviderStrategy", "platformVersion", "platformFamily", "networkConfiguration",
            "loadBalancers", "serviceRegistries",
            "serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations", "gatewayConnectors", "monitoring",
        }.Select(name => Shape.Find(name)!),
    ];

    /// <summary>The settings, as a revision has them.</summary>
    public ServiceRevision Values { get; } = new();

    /// <summary>The settings in a request that creates a service or task set, or in a revision.</summary>
    public static ServiceSettings From(IStructure source)
    {
        var settings = new ServiceSettings();
        foreach (var (member, value) in Found(source)) member.Set(settings.Values, value);
        return settings;
    }

    /// <summary>The settings of a service.</summary>
    public static ServiceSettings Of(ServiceState service)
    {
        var settings = From(service.Resource);
        var values = settings.Values;
        (values.ServiceConnectConfiguration, values.Monitoring) = (service.ServiceConnect, service.Monitoring);
        (values.VolumeConfigurations, values.VpcLatticeConfigurations, values.GatewayConnectors) =
            (service.Volumes, service.Lattice, service.Connectors);
        return settings;
    }

    /// <summary>These settings with those that a request specifies.</summary>
    public ServiceSettings With(IStructure request)
    {
        var changed = From(Values);
        foreach (var (member, value) in Found(request))
        {
            if (value is not null) member.Set(changed.Values, value);
        }

        return changed;
    }

    /// <summary>These settings with all that a revision, deployment or task set has, also if it has no value.</summary>
    public ServiceSettings Over(IStructure source)
    {
        var changed = From(Values);
        foreach (var (member, value) in Found(source)) member.Set(changed.Values, value);
        return changed;
    }

    /// <summary>Sets the settings that a revision, deployment or task set shows.</summary>
    public T CopyTo<T>(T target)
        where T : class, IStructure
    {
        var shape = target.GetShape();
        foreach (var member in Members) shape.Find(member.WireName)?.Set(target, member.Get(Values));
        return target;
    }

    /// <summary>Makes these the settings of a service. The service shows some of them; only its revisions show the others.</summary>
    public void ApplyTo(ServiceState service)
    {
        service.Resource = CopyTo(service.Resource.Copy());
        (service.ServiceConnect, service.Monitoring) = (Values.ServiceConnectConfiguration, Values.Monitoring);
        (service.Volumes, service.Lattice, service.Connectors) =
            (Values.VolumeConfigurations, Values.VpcLatticeConfigurations, Values.GatewayConnectors);
    }

    /// <summary>Whether a setting is another. An empty list is the same as none.</summary>
    public bool DiffersFrom(ServiceSettings other) => !Structures.Same(WithoutEmptyLists(), other.WithoutEmptyLists());

    private ServiceRevision WithoutEmptyLists()
    {
        var bare = From(Values).Values;
        foreach (var member in Members)
        {
            if (member.Get(bare) is IList { Count: 0 }) member.Set(bare, null);
        }

        return bare;
    }

    private static IEnumerable<(MemberShape Member, object? Value)> Found(IStructure source)
    {
        var shape = source.GetShape();
        foreach (var member in Members)
        {
            if (shape.Find(member.WireName) is { } found) yield return (member, found.Get(source));
        }
    }
}
