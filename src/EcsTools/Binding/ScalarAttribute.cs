using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>
/// Marks a number, a switch, a mandatory text or a time that a row can set: a cell that does not fit is an error of the cmdlet, which names
/// the column, and not one of PowerShell.
/// </summary>
/// <param name="type">The type of the parameter.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ScalarAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>The type of the parameter.</summary>
    public Type Type => type;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        type == typeof(string) ? IsList(inputData) && Arriving.Has(inputData) ? nameof(IList) : inputData
        : IsBlank(inputData) ? null
        // any value: the cmdlet reads the cell itself
        : inputData is null || LanguagePrimitives.TryConvertTo(inputData, type, CultureInfo.InvariantCulture, out _)
            || !Arriving.Has(inputData) ? inputData : 1;

    private static bool IsList(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) is IEnumerable and not string;

    /// <summary>PowerShell would make a 0 of a text without a letter in it.</summary>
    private bool IsBlank(object? value) =>
        type != typeof(SwitchParameter) && (value is PSObject wrapped ? wrapped.BaseObject : value) is string text
            && string.IsNullOrWhiteSpace(text);
}
