using System.Collections;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using EcsTools.Model;

namespace EcsTools.Tests.Model;

/// <summary>Random instances of any structure: each member is set or not, and where it is set, to anything it can hold.</summary>
internal static class RandomStructures
{
    /// <summary>Structures hold structures; this deep they are empty.</summary>
    private const int Deepest = 3;

    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.Char.AlphaNumeric.Array[0, 12].Select(letters => new string(letters))),
        (2, Gen.OneOf("\"quoted\"", "back\\slash", "line\r\nbreak", "\0\u0001\u001f\u007f", "ünï cödé", "日本語", "🚀 𝄞", "\u2028", "</script>", "null", "")),
        (1, Gen.Char['\u0000', '\ud7ff'].Array[0, 8].Select(letters => new string(letters))));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) => depth >= 3 ? Scalar : Gen.OneOf(
        Scalar,
        inner.Array[0, 3].Select(items => $"[{string.Join(", ", items)}]"),
        Gen.Select(Text, inner).Array[0, 3].Select(members => $"{{{string.Join(", ", members.Select(m => $"{JsonSerializer.Serialize(m.Item1)}: {m.Item2}"))}}}")));

    private static Gen<string> Scalar => Gen.OneOf(
        Gen.OneOf("null", "true", "false", "-0", "1e300", "123456789012345678901234567890"),
        Gen.Int.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Text.Select(text => JsonSerializer.Serialize(text)));

    private static readonly Gen<object> NotSet = Gen.Const(0).Select(_ => (object)null!);

    /// <summary>Any JSON, as text.</summary>
    public static Gen<string> AnyJson => Json;

    public static Gen<IStructure> Of(StructureShape shape) => Of(shape, 0).Select(structure => (IStructure)structure);

    public static Gen<object> ValueOf(ValueShape value) => Of(value, 0);

    private static Gen<object> Of(StructureShape shape, int depth) => shape.Members.Aggregate(
        Gen.Const(() => shape.Create()),
        (structure, member) => Gen.Select(structure, Gen.Bool.SelectMany(isSet => isSet && depth < Deepest ? Of(member.Value, depth) : NotSet), (made, value) =>
        {
            if (value is not null) member.Set(made, value);
            return made;
        }));

    private static Gen<object> Of(ValueShape value, int depth) => value.Kind switch
    {
        ValueKind.String => (value.Values.Count > 0 ? Gen.OneOf<string>([.. value.Values, "A_NEW_ONE"]) : Text).Select(text => (object)text),
        ValueKind.Integer => Gen.Int.Select(number => (object)number),
        ValueKind.Long => Gen.Long.Select(number => (object)number),
        ValueKind.Double => Gen.Double[-1e300, 1e300].Select(number => (object)number),
        ValueKind.Boolean => Gen.Bool.Select(flag => (object)flag),
        ValueKind.Timestamp => Gen.Long[0, 4102444800000].Select(ms => (object)DateTimeOffset.FromUnixTimeMilliseconds(ms).LocalDateTime),
        ValueKind.Document => Json.Where(json => json != "null").Select(json => (object)JsonDocument.Parse(json).RootElement),
        ValueKind.Structure => Of(value.Structure, depth + 1),
        ValueKind.List => Of(value.Element!, depth).Array[0, 3].Select(items => (object)Fill((IList)Activator.CreateInstance(value.Type)!, items)),
        ValueKind.Map => Gen.Select(Text, Of(value.Element!, depth)).Array[0, 3].Select(items => (object)Fill((IDictionary)Activator.CreateInstance(value.Type)!, items)),
        _ => throw new InvalidOperationException($"No {value.Kind} is known here."),
    };

    private static IList Fill(IList list, object[] items)
    {
        foreach (var item in items) list.Add(item);
        return list;
    }

    private static IDictionary Fill(IDictionary map, (string Name, object Value)[] items)
    {
        foreach (var (name, value) in items) map[name] = value;
        return map;
    }
}
