using System.Collections;
using System.Management.Automation;
using System.Reflection;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>Lets hashtables, custom objects and JSON stand for a structure of the API, at any depth.</summary>
/// <param name="type">The structure.</param>
/// <param name="member">The request's member, with which the paths of errors begin.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StructureAttribute(Type type, string member) : ArgumentTransformationAttribute
{
    private static readonly MethodInfo ShapeOf = typeof(StructureAttribute).GetMethod(
        nameof(Shape), BindingFlags.NonPublic | BindingFlags.Static)!;

    private ValueShape? shape;
    private object? placeholder;

    /// <summary>The structure.</summary>
    public Type Type => type;

    /// <summary>The request's member.</summary>
    public string Member => member;

    /// <summary>Whether the member is a list of the structure.</summary>
    public bool IsList { get; init; }

    private ValueShape Value => shape ??= (ValueShape)ShapeOf.MakeGenericMethod(type).Invoke(null, [IsList])!;

    /// <summary>A value for the parameter until the cmdlet looks at the piped object itself.</summary>
    private object Placeholder => placeholder ??= IsList ? Array.CreateInstance(type, 0) : Activator.CreateInstance(type)!;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (Arriving.HasMember(inputData)) return Placeholder;
        // an unset variable, or a property of a piped object that is not set
        if (inputData is null || GivenArgument.IsEmpty(inputData)) return null;
        if (inputData is IList several and not IDictionary && several.Cast<object?>().Any(GivenArgument.IsEmpty))
            throw new ArgumentTransformationMetadataException($"{member} has an item that is null or empty. The usual cause is a variable that isn't set.");
        try
        {
            var bound = StructureBinder.Bind(inputData, Value, member)!;
            return IsList ? Carried.By(ToArray((IList)bound), inputData) : bound;
        }
        catch (BindingException) when (Arriving.Has(inputData))
        {
            return Placeholder;
        }
        catch (BindingException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }

    private Array ToArray(IList list)
    {
        var array = Array.CreateInstance(type, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private static ValueShape Shape<T>(bool isList)
        where T : class, IStructure<T>, new() => isList ? ValueShape.List<T>(ValueShape.Of<T>()) : ValueShape.Of<T>();
}
