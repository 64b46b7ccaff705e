using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Commands;

/// <summary>Sets custom attributes of container instances.</summary>
[Cmdlet(VerbsCommon.Set, "EcsAttribute", SupportsShouldProcess = true, DefaultParameterSetName = "Name"), OutputType(typeof(Attribute))]
[Alias("Write-ECSAttribute")]
[Operation(nameof(Operations.PutAttributes), Omit = ["attributes"])]
public sealed partial class SetEcsAttributeCommand : EcsAttributeCommand
{
    [Parameter(Position = 1, ParameterSetName = "Name", ValueFromPipelineByPropertyName = true,
        HelpMessage = "The value of the attribute. Default: no value.")]
    [AllowEmptyString, ArgumentCompleter(typeof(AttributeValueCompleter))]
    public string? Value { get; set; }

    private protected override string? GivenCluster => Cluster;

    private protected override Attribute Named => new() { Name = Name, Value = Value };

    private protected override string Action(Attribute attribute) => attribute.Value is { } value ? $"Set to {value}" : "Set";

    private protected override async Task Change(string? cluster, List<Attribute> attributes, JobOutput output)
    {
        var response = await SendAsync(Operations.PutAttributes, new() { Cluster = cluster, Attributes = attributes }, output);
        foreach (var attribute in response.Attributes ?? []) await output.Object(attribute);
    }
}
