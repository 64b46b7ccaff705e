using System.Collections;
using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>Lets any object of the API stand for its own ARN, and a tag for the resource that it was found on.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ResourceArnAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject { BaseObject: IStructure structure } => ArnOf(structure),
        IStructure structure => ArnOf(structure),
        PSObject { BaseObject: IDictionary } or IDictionary => throw new ArgumentTransformationMetadataException("A hashtable names no resource; say what it is, as in -Tag @{ key = 'value' }."), // its type's name would be taken for one
        object[] several => several.Select(one => Transform(engineIntrinsics, one)).ToArray(),
        _ => inputData,
    };

    private static object? ArnOf(IStructure structure)
    {
        if (structure is Tag tag) return tag.ResourceArn;
        var shape = structure.GetShape();
        return shape.Find(shape.Name + "Arn")?.Get(structure);
    }
}
