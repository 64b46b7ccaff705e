namespace EcsTools.Binding;

/// <summary>
/// Declares that an empty list means something to a mandatory parameter. PowerShell's own attributes for this are on every mandatory
/// parameter, so that the cmdlet reports an empty argument itself.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MayBeEmptyAttribute : Attribute
{
}
