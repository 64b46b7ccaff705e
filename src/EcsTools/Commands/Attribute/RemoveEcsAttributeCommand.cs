using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;
using Attribute = EcsTools.Model.Attribute;

namespace EcsTools.Commands;

/// <summary>Removes custom attributes from container instances.</summary>
[Cmdlet(VerbsCommon.Remove, "EcsAttribute", SupportsShouldProcess = true, DefaultParameterSetName = "Name"), OutputType(typeof(Attribute))]
[Operation(nameof(Operations.DeleteAttributes), Omit = ["attributes"])]
public sealed partial class RemoveEcsAttributeCommand : EcsAttributeCommand
{
    [Parameter(HelpMessage = "Returns the removed attributes.")]
    public SwitchParameter PassThru { get; set; }

    private protected override string? GivenCluster => Cluster;

    private protected override Attribute Named => new() { Name = Name };

    private protected override string Action(Attribute attribute) => "Remove";

    private protected override async Task Change(string? cluster, List<Attribute> attributes, JobOutput output)
    {
        var response = await SendAsync(Operations.DeleteAttributes, new() { Cluster = cluster, Attributes = attributes }, output);
        if (!PassThru) return;
        foreach (var attribute in response.Attributes ?? []) await output.Object(attribute);
    }
}
