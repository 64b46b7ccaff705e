using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>
/// The values that the API names for a parameter. They are put into the API's case; others are let through, because the API may have grown.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValuesAttribute(params string[] values) : ArgumentTransformationAttribute
{
    /// <summary>The values.</summary>
    public IReadOnlyList<string> Values => values;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject wrapped => Transform(engineIntrinsics, wrapped.BaseObject),
        string text => InApiCase(text, values),
        object[] several => several.Select(one => Transform(engineIntrinsics, one)).ToArray(),
        _ => inputData,
    };

    internal static string InApiCase(string text, IReadOnlyList<string> values) =>
        values.FirstOrDefault(v => v.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text;
}
