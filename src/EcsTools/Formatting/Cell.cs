using System.Collections;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Formatting;

/// <summary>What the build puts around each column of each view: a text of ECS cannot act on the terminal that shows it.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public static class Cell
{
    /// <summary>A value as it may be shown. What is no text stays what it is.</summary>
    public static object? Show(object? value) => value switch
    {
        string text => Paint.Colored(Shown.Text(text)),
        IStructure structure => Shown.Text(structure.ToString() ?? ""),
        IDictionary => value,
        IList items => items.Cast<object?>().Select(Show).ToArray(),
        _ => value,
    };
}
