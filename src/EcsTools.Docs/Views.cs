using System.Collections;
using System.Management.Automation.Language;
using System.Xml.Linq;

namespace EcsTools.Docs;

/// <summary>The module's views, for those who look at objects otherwise than as shipped.</summary>
public static class Views
{
    /// <summary>All views of the files that the manifest names, as one file.</summary>
    public static XDocument Read() => new(new XElement("Configuration", new XElement("ViewDefinitions", FormatFiles.SelectMany(file => XDocument.Load(file).Descendants("View")))));

    /// <summary>
    /// Has tables look at all their rows before they size columns; as shipped they look at those of the first 300 ms,
    /// and a slow machine would show another table.
    /// </summary>
    public static void LookAtAllRows(XDocument views)
    {
        ArgumentNullException.ThrowIfNull(views);
        foreach (var table in views.Descendants("TableControl")) table.AddFirst(new XElement("AutoSize"));
    }

    private static IEnumerable<string> FormatFiles
    {
        get
        {
            var script = Parser.ParseFile(Path.Combine(Paths.Module, "EcsTools.psd1"), out _, out _);
            var manifest = (Hashtable)script.Find(part => part is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue();
            return ((object[])manifest["FormatsToProcess"]!).Select(file => Path.Combine(Paths.Module, (string)file));
        }
    }
}
