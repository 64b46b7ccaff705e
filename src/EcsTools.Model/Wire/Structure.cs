using System.Collections;
using System.Globalization;
using EcsTools.Text;

namespace EcsTools.Model;

/// <summary>What the structures of the API share: as text they say what is set in them, where no better text was written for them by hand.</summary>
public abstract class Structure
{
    /// <summary>The members that are set, but for secrets: <c>Enable=True, Rollback=True</c>.</summary>
    public override string ToString()
    {
        var members = ((IStructure)this).GetShape().Members.Where(member => !member.IsSensitive);
        return string.Join(", ", members.Select(member => (member.PropertyName, Text: Text(member.Get(this)))).Where(m => m.Text.Length > 0).Select(m => $"{m.PropertyName}={m.Text}"));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => Shown.Text(text),
        Structure structure => Group(structure.ToString()),
        IDictionary map => Group(string.Join(", ", map.Keys.Cast<object>().Select(key => $"{key}={Shown.Value(key.ToString(), Text(map[key]))}"))),
        IEnumerable list => Group(string.Join(", ", list.Cast<object?>().Select(Text))),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private static string Group(string text) => text.Length == 0 ? "" : $"({text})";
}
