using System.Collections;
using System.Management.Automation;
using EcsTools.Model;

namespace EcsTools.Binding;

/// <summary>
/// An object of ours, in whatever form it came: itself, selected, deserialized, from JSON or CSV, or an equal object of another library.
/// </summary>
/// <param name="kind">Its kind.</param>
/// <param name="value">The object.</param>
internal sealed class PipedObject(Kind kind, PSObject value)
{
    /// <summary>Its kind.</summary>
    public Kind Kind => kind;

    /// <summary>The object.</summary>
    public PSObject Value => value;

    /// <summary>The cluster that it is or belongs to; null if it has none.</summary>
    public string? Cluster => Names("Cluster") as string;

    /// <summary>The first of these members that has a text, as in <c>ServiceArn|ServiceName</c>.</summary>
    public string? First(string members)
    {
        foreach (var member in members.Split('|'))
        {
            if (Text(member) is { } text) return text;
        }

        return null;
    }

    /// <summary>A member's text; null if it is empty or no text.</summary>
    public string? Text(string member) => Get(member) switch
    {
        string { Length: > 0 } text => text,
        char or Guid or Enum => Get(member)!.ToString(),
        _ => null,
    };

    /// <summary>A member of a member of each item of a list: <c>CurrentServiceRevisions</c>, <c>Arn</c>.</summary>
    public string[]? Texts(string list, string member) => Get(list) switch
    {
        null or string => null,
        IEnumerable items and not IDictionary => [.. items.Cast<object>().Select(item => TextOf(item, member)).OfType<string>()],
        var one => TextOf(one, member) is { } text ? [text] : null,
    };

    /// <summary>Any member.</summary>
    public object? Get(string member) => Get(value, member) is var found && Cells.IsLost(found) ? null : found;

    /// <summary>Whether a CSV has kept only the type of a member.</summary>
    public bool IsLost(string member) => value.BaseObject is PSCustomObject && Cells.IsLost(value.Properties[member]?.Value);

    /// <summary>Looks whether a member of a copy has kept its structure.</summary>
    /// <exception cref="BindingException">There are only texts, as CSV, jobs and shallow Clixml leave of nested objects.</exception>
    public static void CheckWhole(string member, object? value)
    {
        var items = value is IEnumerable several and not (string or IDictionary) ? several.Cast<object?>() : [value];
        if (items.Any(item =>
            (item is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : item) is string text
                && text.TrimStart() is not ['{', ..]))
            throw new BindingException(
                member,
                "this copy of the object has kept the text of it only. JSON keeps everything; Export-Clixml, Start-Job and remoting keep nested objects to a depth that can be set");
    }

    /// <summary>The object as a value of a parameter for <paramref name="thing"/>; null if it isn't of that kind.</summary>
    public object? Self(string thing) => Values(thing, onlySelf: true).FirstOrDefault();

    /// <summary>The name of a resource, or several; null if the object has none.</summary>
    public object? Names(string thing) => Values(thing, onlySelf: false).FirstOrDefault();

    private IEnumerable<object> Values(string thing, bool onlySelf)
    {
        if (thing == "Resource" && kind.Own is { } own && Text(own) is { } arn) yield return arn; // what can be tagged has an ARN
        foreach (var reference in kind.References)
        {
            if (reference.Thing == thing && (reference.IsSelf || !onlySelf)
                && reference.Value(this) is { } value and not string { Length: 0 } and not string[] { Length: 0 })
                yield return value;
        }
    }

    private static string? TextOf(object item, string member) =>
        Get(PSObject.AsPSObject(item), member) is string { Length: > 0 } text ? text : null;

    private static object? Get(PSObject from, string member)
    {
        // The property of a class of ours costs a tenth of what PowerShell's adapter does.
        if (from.BaseObject is IStructure structure && structure.GetShape().Find(member) is { } shape) return shape.Get(structure);
        return from.Properties[member]?.Value is PSObject { BaseObject: not PSCustomObject } wrapped
            ? wrapped.BaseObject
            : from.Properties[member]?.Value;
    }
}
