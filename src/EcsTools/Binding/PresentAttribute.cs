using System.Management.Automation;
using EcsTools.Pipeline;

namespace EcsTools.Binding;

/// <summary>Refuses a piped object that is null or an empty text. The other objects are processed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PresentAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (GivenArgument.IsEmpty(arguments))
            throw new ValidationMetadataException("The piped object is null or empty. The usual cause is a variable that isn't set. An empty result, such as @(), means that there is nothing to do.");
    }
}
