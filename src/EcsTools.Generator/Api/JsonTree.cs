using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using static System.Runtime.Serialization.Json.JsonReaderWriterFactory;

namespace EcsTools.Generator.Api;

/// <summary>A model file as the tree that the platform's own JSON reader makes of it: one element a member, named after it.</summary>
internal static class JsonTree
{
    /// <summary>The tree, in which no object has two members of one name; null when the text is not JSON.</summary>
    public static XElement? Parse(string json, List<ApiProblem> problems)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            using var reader = CreateJsonReader(bytes, XmlDictionaryReaderQuotas.Max);
            var root = XElement.Load(reader);
            DropDoubles(root, "", problems);
            return root;
        }
        catch (XmlException e)
        {
            problems.Add(new ApiProblem(LastEntry(bytes), $"not JSON here or behind it: {e.Message}"));
            return null;
        }
    }

    /// <summary>A member's name. One that XML cannot have as an element's name is in an attribute.</summary>
    public static string NameOf(XElement entry) => (string?)entry.Attribute("item") ?? entry.Name.LocalName;

    private static void DropDoubles(XElement parent, string path, List<ApiProblem> problems)
    {
        if ((string?)parent.Attribute("type") != "object") return;
        var seen = new HashSet<string>();
        foreach (var entry in parent.Elements().ToList())
        {
            var entryPath = path.Length == 0 ? NameOf(entry) : $"{path}.{NameOf(entry)}";
            if (seen.Add(NameOf(entry)))
            {
                DropDoubles(entry, entryPath, problems);
                continue;
            }

            problems.Add(new ApiProblem(entryPath, "is there twice"));
            entry.Remove();
        }
    }

    /// <summary>The last entry before the text stops being JSON: the reader itself does not say where it was.</summary>
    private static string LastEntry(byte[] json)
    {
        var path = new List<string>();
        try
        {
            using var reader = CreateJsonReader(json, XmlDictionaryReaderQuotas.Max);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                path.RemoveRange(reader.Depth, path.Count - reader.Depth);
                path.Add(reader.GetAttribute("item") ?? reader.LocalName);
            }
        }
        catch (XmlException)
        {
            // This is the place.
        }

        return string.Join(".", path.Skip(1)); // without the root
    }
}
