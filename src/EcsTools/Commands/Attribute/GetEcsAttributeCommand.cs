using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Commands;

/// <summary>Gets the attributes of container instances.</summary>
[Cmdlet(VerbsCommon.Get, "EcsAttribute", SupportsPaging = true), OutputType(typeof(Attribute))]
[Alias("Get-ECSAttributeList")]
[Operation(nameof(Operations.ListAttributes))]
public sealed partial class GetEcsAttributeCommand : EcsListCommand<Attribute>
{
    private readonly Dictionary<(string? Region, string Cluster), (string? Cluster, HashSet<string> Ids)> instances = [];

    [Parameter(Position = 0, HelpMessage = "The name of the attribute, or a wildcard. Default: all attributes.")]
    [Alias("Name"), ArgumentCompleter(typeof(AttributeNameCompleter)), SupportsWildcards]
    public string AttributeName { get; set; } = "*";

    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the container instances. Default: all container instances of the cluster.")]
    [Alias("ContainerInstanceArn", "TargetId", "Id"), Identity("ContainerInstance"), ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    public string[]? ContainerInstance { get; set; }

    [Parameter(HelpMessage = "The type of the resources whose attributes are listed. ECS has only one type.")]
    [Values("container-instance"), ArgumentCompleter(typeof(ValuesCompleter))]
    public string TargetType { get; set; } = Model.TargetType.ContainerInstance;

    /// <summary>Lists, or collects the instances of a cluster, because one list call has all of them.</summary>
    private protected override void Process()
    {
        if (ContainerInstance is null) base.Process();
        foreach (var instance in ContainerInstance ?? [])
        {
            var cluster = ClusterFor(Cluster, instance);
            if (IsElsewhere(instance)) continue;
            if (!instances.TryGetValue((AskedRegion, cluster ?? ""), out var known))
                instances[(AskedRegion, cluster ?? "")] = known = (cluster, []);
            known.Ids.Add(EcsArn.IdOf(instance));
        }
    }

    /// <summary>Lists for the instances that were gathered, and waits.</summary>
    protected override void EndProcessing()
    {
        foreach (var ((region, _), (cluster, ids)) in instances)
        {
            var list = NewLister(cluster);
            In(region, () => StartListing(output => ListOn(cluster, ids, list, output), cluster));
        }

        base.EndProcessing();
    }

    /// <summary>The attributes of some instances. ECS lists those of all.</summary>
    private async IAsyncEnumerable<Attribute> ListOn(string? cluster, HashSet<string> ids, Lister list, JobOutput output)
    {
        var ofEc2 = ids.Where(Ec2InstanceIds.IsOne).ToList();
        var found = await Connection.Ec2Ids.Find(cluster, ofEc2, output);
        var wanted = ids.Concat(found.Values.Select(EcsArn.IdOf)).ToHashSet();
        await foreach (var attribute in list(output).Where(attribute => wanted.Contains(EcsArn.IdOf(attribute.TargetId!))))
            yield return attribute;
        await output.Errors(Ec2InstanceIds.Failures(ofEc2.Except(found.Keys)), nameof(Operations.ListAttributes));
    }

    private protected override Lister NewLister() => NewLister(ClusterFor(Cluster));

    private Lister NewLister(string? cluster)
    {
        var request = new ListAttributesRequest { TargetType = TargetType };
        Fill(request, null);
        request.Cluster = cluster;
        var patterns = new NamePatterns([AttributeName]);
        if (!NamePatterns.IsPattern(AttributeName)) request.AttributeName = AttributeName;
        return output => ListAsync(Operations.ListAttributes, request, output).Where(attribute => patterns.Match(attribute.Name!));
    }
}
