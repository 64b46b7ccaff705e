using System.Collections;
using System.Globalization;
using System.Text.Json;
using EcsTools.Model;

namespace EcsTools.Tests.Coverage;

/// <summary>Values for every member of a request, at every depth, no two texts alike.</summary>
internal sealed class FullRequest
{
    /// <summary>Structures contain structures; at this depth they're omitted.</summary>
    private const int Deepest = 8;

    private int count;

    public object Value(ValueShape shape, string name, int items = 2, int depth = 0) => shape.Kind switch
    {
        ValueKind.String => shape.Values.Count > 0 ? shape.Values[Next() % shape.Values.Count] : Text(name),
        ValueKind.Integer => 1 + Next() % 9,
        ValueKind.Long => 1L + Next() % 9,
        ValueKind.Double => Next() + 0.5,
        ValueKind.Boolean => Next() % 2 == 0,
        ValueKind.Timestamp => DateTime.UnixEpoch.AddDays(Next()),
        ValueKind.Document => JsonDocument.Parse($$"""{"n":[{{Next()}},null,"x"]}""").RootElement,
        ValueKind.Structure => Structure(shape.Structure, depth + 1),
        ValueKind.List => Fill((IList)Activator.CreateInstance(shape.Type)!, shape.Element!, name, items, depth),
        ValueKind.Map => Fill((IDictionary)Activator.CreateInstance(shape.Type)!, shape.Element!, name, items, depth),
        _ => throw new InvalidOperationException($"No {shape.Kind} is known here."),
    };

    private int Next() => ++count;

    /// <summary>A name, or an ARN where one is asked for: what is named otherwise would first be looked up.</summary>
    private string Text(string name)
    {
        var own = $"{name}-{Next().ToString(CultureInfo.InvariantCulture)}";
        return name.EndsWith("Arn", StringComparison.Ordinal) || name.EndsWith("Arns", StringComparison.Ordinal)
            ? $"arn:aws:ecs:us-east-1:123456789012:{name[..name.LastIndexOf("Arn", StringComparison.Ordinal)]}/{own}"
            : own;
    }

    private object Structure(StructureShape shape, int depth)
    {
        var made = shape.Create();
        if (depth < Deepest)
        {
            foreach (var member in shape.Members) member.Set(made, Value(member.Value, member.WireName, 2, depth));
        }

        return made;
    }

    private IList Fill(IList list, ValueShape element, string name, int items, int depth)
    {
        for (var i = 0; i < items; i++) list.Add(Value(element, name, items, depth));
        return list;
    }

    private IDictionary Fill(IDictionary map, ValueShape element, string name, int items, int depth)
    {
        for (var i = 0; i < items; i++) map[$"{name}-{Next()}"] = Value(element, name, items, depth);
        return map;
    }
}
