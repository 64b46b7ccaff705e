using System.Collections.Generic;
using System.Linq;

namespace EcsTools.Generator.Parsing;

/// <summary>A value of a model file, with its position.</summary>
internal sealed class JsonValue(string path, string name, int position, string text, IReadOnlyList<JsonValue> children)
{
    /// <summary>The names that lead to it, as in <c>structures.Cluster.tags</c>.</summary>
    public string Path => path;

    /// <summary>Its own name; for an item of a list its number.</summary>
    public string Name => name;

    /// <summary>The start of its name, or, for an item of a list, its own start.</summary>
    public int Position => position;

    /// <summary>The content of a text, or a number, truth value or null as it is written; empty for objects and lists.</summary>
    public string Text => text;

    /// <summary>The members of an object or the items of a list.</summary>
    public IReadOnlyList<JsonValue> Children => children;

    public JsonValue? Member(string name) => children.FirstOrDefault(c => c.Name == name);
}
