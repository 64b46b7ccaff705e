using System.Globalization;
using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>
/// Lets a number mean seconds, also as text. PowerShell itself takes the number 60 for 60 ticks of 100 ns, and the text '60' for 60 days.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecondsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(
        EngineIntrinsics engineIntrinsics,
        object? inputData) => inputData is null ? null : Read(inputData) is { } span && span >= TimeSpan.Zero ? span
        : throw new ArgumentTransformationMetadataException($"'{inputData}' isn't a duration. Specify seconds, for example 90, or a TimeSpan, for example 00:01:30.");

    /// <summary>The duration that a value means; null if it means none.</summary>
    internal static TimeSpan? Read(object value) => value switch
    {
        PSObject wrapped => Read(wrapped.BaseObject),
        TimeSpan span => span,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) => OfSeconds(seconds),
        string text => TimeSpan.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var span) ? span : null,
        IConvertible and not (bool or char or DateTime) => OfSeconds(LanguagePrimitives.ConvertTo<double>(value)),
        _ => null,
    };

    private static TimeSpan? OfSeconds(double seconds) =>
        Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
}
