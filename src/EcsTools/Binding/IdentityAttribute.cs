using System.Collections;
using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// Lets an object of the API stand for its name: a service given where a service is named becomes its ARN.
/// An object of another kind names nothing here; its other properties may still bind.
/// </summary>
/// <param name="thing">
/// What is named, as the API spells it: <c>Service</c> looks for <c>ServiceArn</c>, <c>ServiceName</c>, <c>Service</c>, then <c>CurrentService</c>.
/// </param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentityAttribute(string thing) : ArgumentTransformationAttribute
{
    /// <summary>What is named.</summary>
    public string Thing => thing;

    /// <summary>Whether nothing can be done without a name, so that an object which has none is refused at once.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Another property that names it, where an object that has one goes by another word.</summary>
    public string? Or { get; init; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData switch
    {
        PSObject { BaseObject: IStructure structure } => NameOf(structure),
        IStructure structure => NameOf(structure),
        PSObject { BaseObject: IDictionary } or IDictionary => throw new ArgumentTransformationMetadataException($"A hashtable does not say which {thing} is meant."), // its type's name would be taken for one
        object[] several => several.Select(one => Transform(engineIntrinsics, one)).ToArray(),
        _ => inputData,
    };

    private object? NameOf(IStructure structure)
    {
        var shape = structure.GetShape();
        var member = shape.Find(thing + "Arn") ?? shape.Find(thing + "Name") ?? shape.Find(thing) ?? shape.Find("Current" + thing) ?? (Or is null ? null : shape.Find(Or));
        if (member is null && IsRequired) throw new ArgumentTransformationMetadataException($"A {shape.Name} does not say which {thing} is meant.");
        return member?.Get(structure);
    }
}
