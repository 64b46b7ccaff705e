using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EcsTools.Docs;

/// <summary>
/// The summaries of the module's types, from the XML documentation that the compiler makes. They go by name: not every assembly is loaded
/// when they are asked for.
/// </summary>
internal sealed partial class Summaries
{
    // Assemblies can have types of one name, which the compiler made.
    private readonly Dictionary<string, string> all = Paths.XmlDocs.SelectMany(Read).DistinctBy(summary => summary.Key).ToDictionary();

    /// <summary>The summary of a type of the module; empty for others.</summary>
    public string Of(string? type) => all.GetValueOrDefault(type ?? "", "");

    private static IEnumerable<KeyValuePair<string, string>> Read(string file) => XDocument.Load(file).Descendants("member")
        .Where(member =>
            member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal) && member.Element("summary") is not null)
        .Select(member => KeyValuePair.Create(member.Attribute("name")!.Value[2..], Text(member.Element("summary")!)));

    private static string Text(XElement summary)
    {
        foreach (var reference in summary.Descendants("see").ToList())
            reference
                .ReplaceWith(
                    reference.Attribute("cref")?.Value.Split('.')[^1] ?? reference.Attribute("langword")?.Value ?? reference.Value);
        return Spaces().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
