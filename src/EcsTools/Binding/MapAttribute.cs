using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>Lets a hashtable stand for texts by name.</summary>
/// <param name="member">The request's member, with which the paths of errors begin.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MapAttribute(string member) : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return StructureBinder.Bind(inputData, ValueShape.Map<string>(ValueShape.String), member);
        }
        catch (BindingException) when (Arriving.Has(inputData))
        {
            return new Dictionary<string, string>();
        }
        catch (BindingException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
