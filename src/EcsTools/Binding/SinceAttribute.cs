using System.Globalization;
using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>Lets a span of time, or a number of seconds, stand for the moment that long ago. The moment is counted back from when it is used.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SinceAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject wrapped => Transform(engineIntrinsics, wrapped.BaseObject),
        null or TimeSpan or DateTime or DateTimeOffset => inputData,
        string text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) => span,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) => time,
        int or long or double or decimal => TimeSpan.FromSeconds(LanguagePrimitives.ConvertTo<double>(inputData)),
        _ => throw new ArgumentTransformationMetadataException($"'{inputData}' is neither a span of time, as in 00:10:00, nor a moment, as in 2026-01-31T12:00."),
    };
}
