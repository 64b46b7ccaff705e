using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>The least number that a parameter takes. A number of a piped row is checked by the cmdlet, which names the column.</summary>
/// <param name="least">The number.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AtLeastAttribute(int least) : ValidateArgumentsAttribute
{
    /// <summary>The number.</summary>
    public int Min => least;

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (!Arriving.Has(arguments) && Problem(arguments) is { } problem) throw new ValidationMetadataException(problem);
    }

    /// <summary>The problem of a number; null if it's valid.</summary>
    internal string? Problem(object? number) =>
        number is int value && value < least ? $"expected a number of at least {least}, found {value}" : null;
}
