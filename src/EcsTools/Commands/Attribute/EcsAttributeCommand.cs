using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Commands;

/// <summary>
/// A cmdlet that changes attributes of container instances: what comes down the pipeline is gathered into calls of as many as ECS takes.
/// </summary>
public abstract class EcsAttributeCommand : EcsChangeCommand
{
    private readonly Dictionary<string, List<Attribute>> gathered = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Name", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "The name of the attribute.")]
    [Identity("Attribute", IsSingle = true), ArgumentCompleter(typeof(AttributeNameCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = "Name", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the container instances.")]
    [Parameter(ParameterSetName = "Attribute", ValueFromPipelineByPropertyName = true)]
    [Alias("ContainerInstanceArn", "TargetId", "Id"), Identity("ContainerInstance"), ArgumentCompleter(typeof(ContainerInstanceCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? ContainerInstance { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Attribute",
        HelpMessage = "Attribute objects of the ECS API, with their targets. An attribute without a target belongs to -ContainerInstance.")]
    [Alias("Attributes"), Structure(typeof(Attribute), "attributes", IsList = true)]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public Attribute[]? Attribute { get; set; }

    /// <summary>An attribute has its name, its value, and its container instance.</summary>
    private protected override string Describes => nameof(Attribute);

    private protected abstract string? GivenCluster { get; }

    /// <summary>The one attribute that the parameters name.</summary>
    private protected abstract Attribute Named { get; }

    /// <summary>The action on an attribute, in the text of -WhatIf.</summary>
    private protected abstract string Action(Attribute attribute);

    /// <summary>The function that changes several attributes in one call. Created on the pipeline's thread.</summary>
    private protected abstract Task Change(string? cluster, List<Attribute> attributes, JobOutput output);

    /// <summary>Gathers the attributes that the user agrees to change.</summary>
    private protected override void Process()
    {
        foreach (var attribute in ContainerInstance is null ? Attribute ?? [] : ContainerInstance.SelectMany(On))
        {
            var cluster = ClusterFor(GivenCluster, attribute.TargetId);
            if (!ShouldProcess(
                $"attribute {attribute.Name} of {Naming.Subject("container instance", attribute.TargetId, cluster)}", Action(attribute)))
                continue;
            if (!gathered.TryGetValue(cluster ?? "", out var attributes)) gathered[cluster ?? ""] = attributes = [];
            attributes.Add(attribute);
        }
    }

    /// <summary>Sends what was gathered, and waits.</summary>
    protected override void EndProcessing()
    {
        foreach (var (cluster, attributes) in gathered)
        {
            foreach (var batch in attributes.Chunk(InOneChange(Operations.PutAttributes.BatchSize)))
                Send(cluster.Length == 0 ? null : cluster, [.. batch]);
        }

        base.EndProcessing();
    }

    private void Send(string? cluster, List<Attribute> batch) => Start(async output =>
    {
        try
        {
            await Change(cluster, batch, output);
        }
        catch (EcsException e)
        {
            await output.Error(e, batch.Count == 1 ? batch[0] : batch);
        }
    });

    private IEnumerable<Attribute> On(string instance) => (Attribute ?? [Named]).Select(attribute => new Attribute
    {
        Name = attribute.Name,
        Value = attribute.Value,
        TargetType = attribute.TargetType ?? TargetType.ContainerInstance,
        TargetId = attribute.TargetId ?? instance,
    });
}
