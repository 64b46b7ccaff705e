using System.Xml.Linq;

namespace EcsTools.Docs;

/// <summary>The module's views, for those who look at objects otherwise than as shipped.</summary>
public static class Views
{
    /// <summary>All views, in the one file that the build made of them.</summary>
    public static XDocument Read() => XDocument.Load(Path.Combine(Paths.Module, "EcsTools.format.ps1xml"));

    /// <summary>
    /// Has tables look at all their rows before they size columns; as shipped they look at those of the first 300 ms,
    /// and a slow machine would show another table.
    /// </summary>
    public static void LookAtAllRows(XDocument views)
    {
        ArgumentNullException.ThrowIfNull(views);
        foreach (var table in views.Descendants("TableControl")) table.AddFirst(new XElement("AutoSize"));
    }
}
