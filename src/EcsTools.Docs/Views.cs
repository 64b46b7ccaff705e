using System.Xml.Linq;

namespace EcsTools.Docs;

/// <summary>The module's views, for code that reads them.</summary>
public static class Views
{
    /// <summary>All views, in the one file that the build made of them.</summary>
    public static XDocument Read() => XDocument.Load(Path.Combine(Paths.Module, "EcsTools.format.ps1xml"));
}
