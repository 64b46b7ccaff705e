using System.Collections;
using EcsTools.Model;
using EcsTools.Rules.Launches;

namespace EcsTools.Deploy;

/// <summary>The defaults that ECS fills in when a service is created.</summary>
internal static class ServiceDefaults
{
    /// <summary>
    /// The percentage at which the tasks of a service are complete: above it, one can start in another zone before the old one stops.
    /// </summary>
    private const int AllAtOnce = 100;

    /// <summary>The settings with what ECS fills in, so that what was written can be compared with what was described.</summary>
    public static CreateServiceRequest Filled(CreateServiceRequest settings)
    {
        var filled = settings.Copy();
        Fill(filled, Of(settings));
        filled.AvailabilityZoneRebalancing ??= Rebalancing(filled);
        filled.TaskDefinition = EcsArn.NameIn(filled.TaskDefinition);
        filled.Role = filled.Role?.Split(":role/")[^1];
        if (filled.DeploymentConfiguration?.DeploymentCircuitBreaker is { Enable: not true } breaker) breaker.Rollback = false;
        foreach (var item in filled.CapacityProviderStrategy ?? [])
        {
            (item.Weight, item.Base) = (item.Weight ?? 0, item.Base ?? 0);
            item.CapacityProvider = EcsArn.NameIn(item.CapacityProvider);
        }

        if (filled.NetworkConfiguration?.AwsvpcConfiguration is { } network)
        {
            network.AssignPublicIp ??= AssignPublicIp.Disabled;
            (network.Subnets, network.SecurityGroups) =
                ([.. (network.Subnets
                    ?? []).Order(StringComparer.Ordinal)], [.. (network.SecurityGroups ?? []).Order(StringComparer.Ordinal)]);
        }

        return filled;
    }

    /// <summary>The settings without what ECS fills in: what a person would have written.</summary>
    public static CreateServiceRequest Bare(CreateServiceRequest settings)
    {
        var bare = settings.Copy();
        if (bare.AvailabilityZoneRebalancing == Rebalancing(Filled(settings))) bare.AvailabilityZoneRebalancing = null;
        if (bare.PlatformVersion == "LATEST") bare.PlatformVersion = null;
        Strip(bare, Of(settings));
        foreach (var item in bare.CapacityProviderStrategy ?? [])
            (item.Weight, item.Base) = (NoneIfZero(item.Weight), NoneIfZero(item.Base));
        if (bare.NetworkConfiguration?.AwsvpcConfiguration is { AssignPublicIp: AssignPublicIp.Disabled } network)
            network.AssignPublicIp = null;
        FilledIn.RemoveEmptyLists(bare);
        return bare;
    }

    private static CreateServiceRequest Of(CreateServiceRequest settings) => new()
    {
        HealthCheckGracePeriodSeconds = 0,
        SchedulingStrategy = SchedulingStrategy.Replica,
        DeploymentController = new() { Type = DeploymentControllerType.Ecs },
        EnableECSManagedTags = false,
        EnableExecuteCommand = false,
        PropagateTags = PropagateTags.None,
        DeploymentConfiguration = DeploymentDefaults.Of(IsDaemon(settings)),
    };

    private static bool IsDaemon(CreateServiceRequest settings) => settings.SchedulingStrategy == SchedulingStrategy.Daemon;

    private static string Rebalancing(CreateServiceRequest filled) =>
        IsDaemon(filled) || filled.DeploymentConfiguration!.MaximumPercent <= AllAtOnce
            ? AvailabilityZoneRebalancing.Disabled
            : AvailabilityZoneRebalancing.Enabled;

    private static int? NoneIfZero(int? number) => number == 0 ? null : number;

    private static void Fill(IStructure value, IStructure defaults)
    {
        foreach (var member in value.GetShape().Members)
        {
            if (member.Get(defaults) is not { } filledIn) continue;
            if (member.Get(value) is not { } given) member.Set(value, filledIn);
            else if (given is IStructure structure) Fill(structure, (IStructure)filledIn);
        }
    }

    /// <summary>Removes defaults. A required member remains as long as its structure has any other member.</summary>
    private static void Strip(IStructure value, IStructure defaults)
    {
        foreach (var member in value.GetShape().Members)
        {
            var (given, filledIn) = (member.Get(value), member.Get(defaults));
            if (given is null || filledIn is null) continue;
            if (Equals(given, filledIn)) member.Set(value, null);
            else if (given is IStructure structure) Strip(structure, (IStructure)filledIn);
        }

        var shape = value.GetShape();
        if (shape.Members.All(member => member.Get(value) is null)) return;
        foreach (var member in shape.Members.Where(member => member.IsRequired))
            member.Set(value, member.Get(value) ?? member.Get(defaults));
    }
}
