using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// The object that PowerShell is about to bind to a cmdlet from the pipeline. Until the cmdlet processes it, a value that fits no parameter
/// isn't an error:
/// the cmdlet checks the object itself and reports the problem.
/// </summary>
internal static class Arriving
{
    [ThreadStatic]
    private static PSObject? current;

    public static void Begin(PSObject? value) => current = value;

    public static void End() => current = null;

    /// <summary>Whether a value comes from the object: one of its properties, or the object itself.</summary>
    public static bool Has(object? value) =>
        current is { } piped
            && (IsSame(piped, value) || piped.Properties.Any(property => IsMade(property, value) || IsSame(Value(property), value)));

    /// <summary>
    /// Whether a value is a member of an object of the API. It needn't be converted, because the cmdlet sets nothing from it by name.
    /// </summary>
    public static bool HasMember(object? value) =>
        current?.BaseObject is IStructure structure && Base(value) is { } found
            && structure.GetShape().Members.Any(member => ReferenceEquals(member.Get(structure), found));

    private static object? Value(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null; // a process that runs has no exit code
        }
    }

    /// <summary>A property that makes a new value each time, as a file's VersionInfo does.</summary>
    private static bool IsMade(PSPropertyInfo property, object? value) =>
        Base(value) is { } made && made is not (string or ValueType) && property.TypeNameOfValue == made.GetType().FullName;

    private static bool IsSame(object? one, object? other) =>
        ReferenceEquals(Base(one), Base(other)) || (Base(one) is { } value && value is ValueType or string && value.Equals(Base(other)));

    private static object? Base(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
