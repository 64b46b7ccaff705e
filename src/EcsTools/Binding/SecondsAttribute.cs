using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>Lets a number given for a span of time mean seconds. PowerShell itself would take it for ticks of 100 ns.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject wrapped => Transform(engineIntrinsics, wrapped.BaseObject),
        int or long or double or decimal => TimeSpan.FromSeconds(LanguagePrimitives.ConvertTo<double>(inputData)),
        _ => inputData,
    };
}
