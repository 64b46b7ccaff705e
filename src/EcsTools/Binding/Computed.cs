using System.Reflection;

namespace EcsTools.Binding;

/// <summary>
/// The computed properties of the API's structures, such as Name and Definition, for views and pipelines. An object that went through
/// JSON or Select-Object brings them back. They are left out where they say what the members say; otherwise such a name is a mistake like any other.
/// </summary>
internal static class Computed
{
    /// <summary>Whether the type has such a property.</summary>
    public static bool Has(Type type, string name) => Property(type, name) is not null;

    /// <summary>Whether the structure has such a property, and the value says nothing new.</summary>
    public static bool Is(string name, object? value, object structure) =>
        Property(structure.GetType(), name) is { } property && (property.CanWrite || Formatting.Format.Items(value) == Formatting.Format.Items(property.GetValue(structure)));

    private static PropertyInfo? Property(Type type, string name) => type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
}
