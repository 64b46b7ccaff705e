using System.Collections;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Formatting;

/// <summary>The build wraps each column of each view in it, so that a text from ECS can't control the terminal.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public static class Cell
{
    /// <summary>A value that is safe to show. Values that aren't text are unchanged.</summary>
    public static object? Show(object? value) => value switch
    {
        string text => Paint.Colored(Shown.Text(text)),
        IStructure structure => Shown.Text(structure.ToString() ?? ""),
        IDictionary => value,
        IList items => items.Cast<object?>().Select(Show).ToArray(),
        _ => value,
    };
}
