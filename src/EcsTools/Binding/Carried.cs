using System.Runtime.CompilerServices;

namespace EcsTools.Binding;

/// <summary>
/// Objects that were given where names are taken. The parameter holds a text, and the text carries the object: what it means depends on the
/// cmdlet, which sees to it when it processes the text.
/// </summary>
internal static class Carried
{
    private static readonly ConditionalWeakTable<object, object> Objects = [];

    /// <summary>A text that carries an object.</summary>
    public static string By(string text, object value)
    {
        var carrier = new string(text.AsSpan()); // of its own, even where the same text is there already
        Objects.Add(carrier, value);
        return carrier;
    }

    /// <summary>Remembers what a structure was made from.</summary>
    public static object By(object made, object value)
    {
        Objects.AddOrUpdate(made, value);
        return made;
    }

    /// <summary>The object that a text carries, or that a structure was made from; null for a text that is a name.</summary>
    public static object? Of(object? carrier) => carrier is not null && Objects.TryGetValue(carrier, out var value) ? value : null;
}
