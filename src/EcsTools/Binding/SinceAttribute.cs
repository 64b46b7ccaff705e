using System.Globalization;
using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>
/// Lets a duration, or a number of seconds, stand for the time that long ago. The time is counted back from when it is used.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SinceAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject wrapped => Transform(engineIntrinsics, wrapped.BaseObject),
        null or DateTime or DateTimeOffset => inputData,
        _ when SecondsAttribute.Read(inputData) is { } span => span,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) => time,
        _ =>
            throw new ArgumentTransformationMetadataException($"'{inputData}' is neither a duration, for example 00:10:00, nor a date and time, for example 2026-01-31T12:00."),
    };
}
