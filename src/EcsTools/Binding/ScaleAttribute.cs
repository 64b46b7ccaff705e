using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// Lets a number stand for a task set's scale: a percentage is the only unit. The other forms of a structure are accepted too.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ScaleAttribute : ArgumentTransformationAttribute
{
    private static readonly StructureAttribute Structure = new(typeof(Scale), "scale");

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        // PowerShell makes 0 of $null
        !GivenArgument.IsEmpty(inputData) && LanguagePrimitives.TryConvertTo<double>(inputData, out var percent)
            ? new Scale { Value = percent, Unit = ScaleUnit.Percent }
            : Structure.Transform(engineIntrinsics, inputData);
}
