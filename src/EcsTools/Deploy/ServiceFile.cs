using System.Collections;
using EcsTools.Binding;
using EcsTools.Model;

namespace EcsTools.Deploy;

/// <summary>
/// A service in a file: the request that creates it, as the AWS CLI and ecspresso keep it, or what describing it printed.
/// </summary>
internal static class ServiceFile
{
    private const string Arn = "serviceArn";

    private static readonly StructureShape Described = ((IStructure)new Service()).GetShape();

    /// <summary>Counts and states, which other tools leave in their files. A misspelled role or cluster isn't one of them.</summary>
    private static readonly StructureShape Counted = new(
        Described.Name,
        Described.Type,
        Described.Create,
        [.. Described.Members.Where(member => !member.WireName.EndsWith("Arn", StringComparison.Ordinal))]);

    /// <summary>Fills a request from what a file holds.</summary>
    /// <exception cref="BindingException">A value does not fit.</exception>
    public static void Read(CreateServiceRequest request, object? root)
    {
        var values = Values(root);
        var read = values.ContainsKey(Arn)
            ? ServiceDefaults.Bare(ServiceSettings.Of((Service)StructureBinder.BindMembers(values, Described, "")))
            : (CreateServiceRequest)StructureBinder.BindMembers(values, Operations.CreateService.Request, "", ignored: Counted);
        foreach (var member in Operations.CreateService.Request.Members) member.Set(request, member.Get(read));
    }

    /// <summary>
    /// The members by name. A file for update-service names the service otherwise, and ECS's answers hold one in a member of theirs.
    /// </summary>
    private static Dictionary<string, object?> Values(object? root)
    {
        var values = Members(root) ?? throw new BindingException(
            "", $"expected an object with the members of a service, found {(root is null ? "null" : StructureBinder.Describe(root))}");
        var answered = values.GetValueOrDefault("services") is IList { Count: 1 } services
            ? services[0]
            : values.GetValueOrDefault("service");
        if (Members(answered) is { } inner) return inner;
        if (answered is string name && values.TryAdd("serviceName", name)) values.Remove("service");
        return values;
    }

    private static Dictionary<string, object?>? Members(object? value)
    {
        if (value is null || Named.Values(value) is not { } named) return null;
        var members = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, inner) in named) members[name] = inner;
        return members;
    }
}
