using System.Collections;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Deploy.Checks;

/// <summary>What the API says of members itself: which must be there, and which values they have.</summary>
internal static class ShapeRules
{
    public static void Check(Checked all) => Structure(all, all.Definition, Operations.RegisterTaskDefinition.Request, "");

    private static void Structure(Checked all, object structure, StructureShape shape, string path)
    {
        foreach (var member in shape.Members)
        {
            var at = path.Length == 0 ? member.WireName : $"{path}.{member.WireName}";
            if (member.Get(structure) is { } value) Value(all, value, member.Value, at);
            else if (member.IsRequired) all.Error(at, "It is missing.", $"A {shape.Name} needs {member.WireName}.");
        }
    }

    private static void Value(Checked all, object value, ValueShape shape, string path)
    {
        switch (value)
        {
            case IStructure structure: Structure(all, structure, shape.Structure, path); break;
            case IList list: Items(all, list, shape.Element!, path); break;
            case string text when shape.Values.Count > 0 && !shape.Values.Contains(text):
                all.Warning(path, Spelling.Sentence($"'{text}' is no value that ECS is known to have", text, shape.Values), $"Known are {string.Join(", ", shape.Values)}.");
                break;
        }
    }

    private static void Items(Checked all, IList list, ValueShape element, string path)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } item) Value(all, item, element, $"{path}[{(item as ContainerDefinition)?.Name ?? $"{i}"}]");
        }
    }
}
