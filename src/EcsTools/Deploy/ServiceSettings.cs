using EcsTools.Calls;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Deploy;

/// <summary>
/// The settings of a service: the members of the request that creates it. This is the only place with the location of each of them in ECS,
/// the defaults of ECS, and the request for a change of each.
/// </summary>
internal static class ServiceSettings
{
    /// <summary>Members that identify the service, or belong only to the request.</summary>
    public static readonly string[] Identity = ["serviceName", "cluster", "clientToken"];

    private const string ServiceLinked = "AWSServiceRoleForECS", RolePath = ":role/", Reserved = "aws:";

    private static readonly StructureShape Shape = Operations.CreateService.Request;

    private static readonly StructureShape OfRevision = ((IStructure)new ServiceRevision()).GetShape();

    /// <summary>The settings that both a service revision and a service contain.</summary>
    private static readonly List<MemberShape> Revised = [.. Shape.Members.Where(member => In(OfRevision, member) is not null)];

    /// <summary>A service as described, with its tags, and with the settings that only its revision has.</summary>
    public static CreateServiceRequest Of(Service service, ServiceRevision? revision = null)
    {
        var settings = new CreateServiceRequest();
        foreach (var member in Shape.Members) member.Set(settings, Find(member, service, ServiceGoal.Primary(service), revision));
        settings.Cluster = EcsArn.NameIn(service.ClusterArn);
        settings.TaskDefinition = EcsArn.NameIn(service.TaskDefinition);
        settings.Role = service.RoleArn is { } role && !role.EndsWith(ServiceLinked, StringComparison.Ordinal) ? RoleName(role) : null;
        settings.Tags = service.Tags?.FindAll(tag => tag.Key?.StartsWith(Reserved, StringComparison.Ordinal) != true);
        if (settings.SchedulingStrategy == SchedulingStrategy.Daemon) settings.DesiredCount = null; // ECS counts the instances
        if (settings.CapacityProviderStrategy is { Count: > 0 }) settings.LaunchType = null;
        return settings.Copy();
    }

    /// <summary>The first value that one of several structures has under the name of a member.</summary>
    public static object? Find(MemberShape member, params IStructure?[] sources) => sources.OfType<IStructure>()
        .Select(source => In(source.GetShape(), member)?.Get(source)).FirstOrDefault(value => value is not null);

    /// <summary>The member of the same name and type in another structure.</summary>
    public static MemberShape? In(StructureShape shape, MemberShape member) =>
        shape.Find(member.WireName) is { } found && found.Value.Type == member.Value.Type ? found : null;

    /// <summary>A service with the settings of a file or of parameters. Unspecified settings are unchanged.</summary>
    public static CreateServiceRequest With(CreateServiceRequest now, CreateServiceRequest asked)
    {
        var wanted = now.Copy();
        foreach (var member in Named(asked)) member.Set(wanted, member.Get(asked));
        if (asked.DeploymentConfiguration is { } configuration)
            wanted.DeploymentConfiguration = (DeploymentConfiguration)Merged(now.DeploymentConfiguration ?? new(), configuration);
        return wanted.Copy();
    }

    /// <summary>A service with the settings of one of its revisions. Settings that the revision doesn't have are removed.</summary>
    public static CreateServiceRequest With(CreateServiceRequest now, ServiceRevision revision)
    {
        var wanted = now.Copy();
        foreach (var member in Revised) member.Set(wanted, OfRevision.Find(member.WireName)!.Get(revision));
        wanted.TaskDefinition = EcsArn.NameIn(revision.TaskDefinition);
        return wanted.Copy();
    }

    /// <summary>The members that differ, except those that identify the service.</summary>
    public static List<ServiceDifference> Differences(CreateServiceRequest before, CreateServiceRequest after)
    {
        var (one, other) = (ServiceDefaults.Filled(before), ServiceDefaults.Filled(after));
        return [.. StructureDifferences.Between(one, other)
            .Where(difference => !Identity.Contains(difference.Path))
            .Select(difference =>
                new ServiceDifference(before.ServiceName ?? "", difference.Path, difference.Kind, difference.Before, difference.After))];
    }

    /// <summary>The update that makes the differences; null if it takes none.</summary>
    /// <param name="service">The service.</param>
    /// <param name="wanted">How it is to be.</param>
    /// <param name="differences">The differences.</param>
    /// <exception cref="EcsException">Only a new service can have something.</exception>
    public static UpdateServiceRequest? Update(Service service, CreateServiceRequest wanted, IReadOnlyList<ServiceDifference> differences)
    {
        var update = new UpdateServiceRequest { Service = service.ServiceArn, Cluster = service.ClusterArn };
        var names = differences.Select(difference => difference.Member).Distinct().Where(member => member != "tags").ToList();
        foreach (var name in names)
        {
            if (Operations.UpdateService.Request.Find(name) is not { } member)
                throw OnlyNew(differences.First(difference => difference.Member == name));
            member.Set(update, Shape.Find(name)!.Get(wanted) ?? PreviousRevision.Nothing(member));
        }

        // ECS changes the capacity only with a new deployment
        if (update.CapacityProviderStrategy is not null) update.ForceNewDeployment = true;
        return names.Count == 0 ? null : update;
    }

    /// <summary>The settings with the revision that a family means at the moment, for which ECS is asked.</summary>
    public static async Task<CreateServiceRequest> Resolved(CreateServiceRequest asked, JobCalls calls)
    {
        if (asked.TaskDefinition is not { Length: > 0 } family || EcsArn.IdOf(family).Contains(':', StringComparison.Ordinal)) return asked;
        var resolved = asked.Copy();
        resolved.TaskDefinition = (await calls.Send(
            Operations.DescribeTaskDefinition, new() { TaskDefinition = family })).TaskDefinition!.TaskDefinitionArn;
        return resolved;
    }

    private static IEnumerable<MemberShape> Named(CreateServiceRequest asked) =>
        Shape.Members.Where(member => !Identity.Contains(member.WireName) && member.Get(asked) is not null);

    /// <summary>The configuration after an update that specifies a part of it.</summary>
    private static IStructure Merged(IStructure now, IStructure asked)
    {
        var shape = asked.GetShape();
        var merged = (IStructure)shape.Create();
        foreach (var member in shape.Members)
        {
            var (old, given) = (member.Get(now), member.Get(asked));
            member.Set(merged, old is IStructure before && given is IStructure after ? Merged(before, after) : given ?? old);
        }

        return merged;
    }

    private static string RoleName(string role) =>
        role.IndexOf(RolePath, StringComparison.Ordinal) is var at and >= 0 ? role[(at + RolePath.Length)..] : role;

    private static EcsException OnlyNew(ServiceDifference difference) => new(
        "OnlyNewService",
        $"{difference.Path} can't change from {difference.Before ?? "(none)"} to {difference.After ?? "(none)"}: only a new service can have another value.{(difference.Member == "launchType" ? " Use capacityProviderStrategy." : "")}");
}
