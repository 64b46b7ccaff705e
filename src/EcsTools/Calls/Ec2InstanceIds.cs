using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Calls;

/// <summary>
/// Lets the id of an EC2 instance stand for the container instance on it, in every request. ECS is asked once for each id, and for all ids
/// of a request together.
/// </summary>
internal sealed partial class Ec2InstanceIds
{
    private const string Problem = "no container instance of the cluster is on this EC2 instance";

    private readonly ConcurrentDictionary<(string Cluster, string Id), string> known = new();

    /// <summary>Whether a name is the id of an EC2 instance, or of a machine that Systems Manager manages.</summary>
    public static bool IsOne(string? name) => name is not null && Pattern().IsMatch(name);

    /// <summary>Puts container instances in the place of EC2 instance ids.</summary>
    /// <returns>The ids that no container instance of the cluster has. A list in the request leaves them out.</returns>
    public async Task<IReadOnlyList<string>> Replace(IStructure request, JobOutput output)
    {
        var places = Places(request).Where(place => IsOne(place.Name)).ToList();
        if (places.Count == 0) return [];
        var cluster = request.GetShape().Find("cluster")?.Get(request) as string;
        var found = await Find(cluster, [.. places.Select(place => place.Name!).Distinct()], output);
        foreach (var place in places)
        {
            if (found.TryGetValue(place.Name!, out var arn)) place.Set(arn);
        }

        (request.GetShape().Find("containerInstances")?.Get(request) as List<string>)?.RemoveAll(IsOne);
        return [.. places.Select(place => place.Name!).Where(id => !found.ContainsKey(id)).Distinct()];
    }

    /// <summary>The container instances of EC2 instance ids, by id. An id that no container instance has is not among them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Find(string? cluster, IReadOnlyList<string> ids, JobOutput output)
    {
        var place = ClusterIn(cluster, output);
        var open = ids.Where(id => !known.ContainsKey((place, id))).ToList();
        foreach (var some in open.Chunk(Operations.DescribeContainerInstances.BatchSize)) await LookUp(cluster, some, output);
        return ids.Where(id => known.ContainsKey((place, id))).ToDictionary(id => id, id => known[(place, id)]);
    }

    /// <summary>IDs without a container instance, as failures in the form of ECS.</summary>
    public static IEnumerable<Failure> Failures(IEnumerable<string> missing) =>
        missing.Select(id => new Failure { Arn = id, Reason = "MISSING", Detail = Problem });

    /// <summary>The error for a request that is about one container instance.</summary>
    public static EcsException NotFound(IEnumerable<string> missing, Operation operation) =>
        new("ContainerInstanceNotFound", $"{string.Join(", ", missing)}: {Problem}") { Operation = operation.Name };

    private async Task LookUp(string? cluster, string[] ids, JobOutput output)
    {
        using var activity = Traces.Start(nameof(Ec2InstanceIds));
        var calls = output.Calls;
        var arns = await calls.All(Operations.ListContainerInstances, new()
        {
            Cluster = cluster,
            Filter = $"ec2InstanceId in [{string.Join(", ", ids.Select(id => $"'{id}'"))}]",
        });
        if (ids is [var only] && arns is [var one]) known[(ClusterIn(cluster, output), only)] = one;
        else if (arns.Count > 0) await Describe(cluster, arns, calls);
    }

    /// <summary>A list has only ARNs; the descriptions have the EC2 instance IDs.</summary>
    private async Task Describe(string? cluster, List<string> arns, JobCalls calls)
    {
        foreach (var instance in await calls.Reader.Instances(cluster, arns, include: null))
            known[(ClusterIn(cluster, calls.Output), instance.Ec2InstanceId ?? "")] = instance.ContainerInstanceArn!;
    }

    /// <summary>The cluster, in the region that is looked at.</summary>
    private static string ClusterIn(string? cluster, JobOutput output) => $"{output.Region}/{cluster}";

    /// <summary>The container instances in a request.</summary>
    private static IEnumerable<(string? Name, Action<string> Set)> Places(IStructure request)
    {
        var shape = request.GetShape();
        if (shape.Find("containerInstance") is { } member) yield return (member.Get(request) as string, arn => member.Set(request, arn));
        if (shape.Find("containerInstances")?.Get(request) is List<string> several)
        {
            for (var index = 0; index < several.Count; index++)
            {
                var at = index;
                yield return (several[at], arn => several[at] = arn);
            }
        }

        foreach (var attribute in shape.Find("attributes")?.Get(request) as List<Attribute> ?? [])
            yield return (attribute.TargetId, arn => attribute.TargetId = arn);
    }

    [GeneratedRegex("^m?i-[0-9a-f]{8,17}$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
