using EcsTools.Local.Engine.Core;
using EcsTools.Local.Engine.State;
using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>What ECS takes as a daemon.</summary>
internal static class DaemonRules
{
    /// <summary>The revision of a daemon task definition that a daemon is to run.</summary>
    /// <exception cref="EcsFault">It isn't a full ARN, doesn't exist, or isn't ACTIVE.</exception>
    public static DaemonTaskDefinition Definition(Call call, string? arn)
    {
        if (!Identifiers.IsArn(arn)) throw EcsFault.InvalidParameter("Daemon task definition must be given by its full ARN.");
        var found = call.FindDaemonDefinition(arn!)?.Resource ?? throw EcsFault.Client("Daemon task definition not found.");
        return found.Status == DaemonTaskDefinitionStatus.Active ? found : throw EcsFault.Client("Daemon task definition is inactive.");
    }

    /// <exception cref="EcsFault">There is none, or one is not given by its ARN, is not there for the cluster, or has no managed
    /// instances.</exception>
    public static List<string> CapacityProviders(Call call, ClusterState cluster, List<string>? arns)
    {
        if (arns is null or []) throw EcsFault.InvalidParameter("Capacity providers cannot be empty.");
        foreach (var arn in arns)
        {
            if (!Identifiers.IsArn(arn) || !Identifiers.IsHere(call, arn)
                || Identifiers.Resource(arn).Split('/') is not ["capacity-provider", _])
                throw EcsFault.InvalidParameter($"Invalid identifier: {arn} is no ARN of a capacity provider.");
            if (!cluster.Has(EcsArn.IdOf(arn))
                || call.Region.FindCapacityProvider(EcsArn.IdOf(arn)) is not { Status: CapacityProviderStatus.Active } provider)
                throw EcsFault
                    .InvalidParameter("The specified capacity provider was not found. Specify a valid capacity provider and try again.");
            if (provider.Type != CapacityProviderType.ManagedInstances)
                throw EcsFault
                    .InvalidParameter($"The capacity provider {provider.Name} is not of Amazon ECS Managed Instances. Daemons run on no others.");
        }

        return [.. arns.Distinct()];
    }

    /// <exception cref="EcsFault">A share is none, or a time is negative.</exception>
    public static void Configuration(DaemonDeploymentConfiguration? configuration)
    {
        if (configuration?.DrainPercent is < 0 or > 100) throw EcsFault.InvalidParameter("drainPercent must be between 0 and 100.");
        if (configuration?.BakeTimeInMinutes < 0) throw EcsFault.InvalidParameter("bakeTimeInMinutes must not be negative.");
        if (configuration?.Alarms is { Enable: true, AlarmNames: null or [] })
            throw EcsFault.InvalidParameter("alarmNames cannot be empty while alarms are enabled.");
    }

    /// <summary>The images of a revision; the digest of those that name it.</summary>
    public static List<DaemonContainerImage> Images(DaemonTaskDefinition definition) =>
        definition.ContainerDefinitions!.ConvertAll(container => new DaemonContainerImage
        {
            ContainerName = container.Name,
            Image = container.Image,
            ImageDigest = container.Image!.Split('@') is [_, var digest] ? digest : null,
        });
}
