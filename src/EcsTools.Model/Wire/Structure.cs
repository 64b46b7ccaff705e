using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using EcsTools.Text;

namespace EcsTools.Model;

/// <summary>
/// The common base of the API's structures. Two structures are equal when their members are, at every depth.
/// As text a structure shows its members, unless its type has a better text of its own.
/// </summary>
/// <remarks>A structure can be changed, so it is a poor key: code that keeps structures in a dictionary compares references.</remarks>
[SuppressMessage("Design", "CA1036", Justification = "Structures can be changed: in C#, == compares references.")]
public abstract class Structure : IComparable
{
    /// <summary>The members of the type.</summary>
    internal abstract StructureShape Shape { get; }

    /// <summary>The value of a member, by its number in the shape; null when it is not set.</summary>
    internal abstract object? GetMember(int number);

    /// <summary>Sets the value of a member, by its number in the shape.</summary>
    internal abstract void SetMember(int number, object? value);

    /// <summary>A copy at every depth: nothing that is changed in the one is changed in the other.</summary>
    internal abstract Structure CopyAll();

    /// <summary>Writes the members that are set as one JSON object.</summary>
    internal abstract void WriteTo(Utf8JsonWriter writer);

    /// <summary>The members that are set, without secrets: <c>Enable=True, Rollback=True</c>.</summary>
    public override string ToString()
    {
        var members = Shape.Members.Where(member => !member.IsSensitive);
        return string.Join(
            ", ",
            members
                .Select(member => (member.PropertyName, Text: Text(member.Get(this))))
                .Where(m => m.Text.Length > 0)
                .Select(m => $"{m.PropertyName}={m.Text}"));
    }

    /// <summary>
    /// Sorts by text, and structures with the same text by their members. Compare-Object and Sort-Object ask for an order:
    /// without one they compare texts only, and two states of one service have the same text.
    /// </summary>
    int IComparable.CompareTo(object? obj)
    {
        if (obj is null) return 1;
        if (Equals(obj)) return 0;
        var byText = string.Compare(ToString(), obj.ToString(), StringComparison.CurrentCultureIgnoreCase);
        return byText != 0 || obj is not Structure other ? byText : string.CompareOrdinal(Json(this), Json(other));
    }

    private static string Json(Structure structure) => WireJson.ToText((IStructure)structure);

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => Shown.Text(text),
        Structure structure => Group(structure.ToString()),
        IDictionary map =>
            Group(string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key}={Shown.Value(key.ToString(), Text(map[key]))}"))),
        IEnumerable list => Group(string.Join(", ", list.Cast<object?>().Select(Text))),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private static string Group(string text) => text.Length == 0 ? "" : $"({text})";
}
