using System.Reflection;

namespace EcsTools.Binding;

/// <summary>
/// The computed properties of the API's structures, such as Name and Definition, for views and pipelines. An object that went through
/// JSON or Select-Object brings them back. They're ignored if they follow from the members; otherwise such a name is an error like any
/// other.
/// </summary>
internal static class Computed
{
    /// <summary>Whether the type has such a property.</summary>
    public static bool Has(Type type, string name) => Property(type, name) is not null;

    /// <summary>Whether the structure has such a property, and the value follows from the members.</summary>
    public static bool Is(string name, object? value, object structure) =>
        Property(structure.GetType(), name) is { } property
            && (property.CanWrite || Formatting.Format.Items(value) == Formatting.Format.Items(property.GetValue(structure)));

    private static PropertyInfo? Property(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
}
