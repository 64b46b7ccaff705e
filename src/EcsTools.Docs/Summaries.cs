using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EcsTools.Docs;

/// <summary>The summaries of types, from the XML documentation that the compiler makes.</summary>
internal sealed partial class Summaries
{
    private readonly Dictionary<string, Dictionary<string, string>> assemblies = [];

    /// <summary>The summary of a type of the module; empty for others.</summary>
    public string Of(Type? type)
    {
        if (type?.Assembly.GetName().Name is not { } assembly || type.FullName is not { } name) return "";
        if (!assemblies.TryGetValue(assembly, out var summaries)) assemblies.Add(assembly, summaries = Read(assembly));
        return summaries.GetValueOrDefault(name, "");
    }

    private static Dictionary<string, string> Read(string assembly)
    {
        var file = Paths.XmlDocs(assembly);
        if (!File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member")
            .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal) && member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value[2..], member => Text(member.Element("summary")!));
    }

    private static string Text(XElement summary)
    {
        foreach (var reference in summary.Descendants("see").ToList())
            reference.ReplaceWith(reference.Attribute("cref")?.Value.Split('.')[^1] ?? reference.Attribute("langword")?.Value ?? reference.Value);
        return Spaces().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
