using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Binding;

/// <summary>Creates the API's structures from hashtables, custom objects, JSON, and other structures. Names match in any case.</summary>
internal static class StructureBinder
{
    /// <summary>Binds a value, or reports its path and the reason why it doesn't fit.</summary>
    /// <exception cref="BindingException">The value does not fit; the message begins with the path.</exception>
    public static object? Bind(object? value, ValueShape shape, string path)
    {
        value = Unwrap(value);
        // the API's case is put right below
        if (value is null || (shape.Type.IsInstanceOfType(value) && shape.Values.Count == 0)) return value;
        return shape.Kind switch
        {
            ValueKind.Structure => BindStructure(value, shape.Structure, path),
            ValueKind.List => BindList(value, shape, path),
            ValueKind.Map => BindMap(value, shape, path),
            ValueKind.Document => ToDocument(value),
            ValueKind.String => BindText(value, shape, path),
            _ => BindScalar(value, shape, path),
        };
    }

    /// <summary>Fills a structure from named values; names in <paramref name="ignored"/> are skipped.</summary>
    public static object BindMembers(
        IEnumerable<KeyValuePair<string, object?>> values, StructureShape shape, string path, StructureShape? ignored = null)
    {
        var result = shape.Create();
        var others = new List<KeyValuePair<string, object?>>();
        foreach (var (name, value) in values)
        {
            if (shape.Find(name) is { } member) member.Set(result, Bind(value, member.Value, Join(path, member.WireName)));
            else others.Add(new(name, value));
        }

        var isDescription = others.Exists(other => ignored?.Find(other.Key) is not null);
        foreach (var (name, value) in others)
        {
            if (ignored?.Find(name) is null && !Computed.Is(name, value, result) && !(isDescription && Computed.Has(ignored!.Type, name)))
                throw Unknown(name, shape, path);
        }

        return result;
    }

    private static object BindStructure(object value, StructureShape shape, string path) => value switch
    {
        IStructure other => BindMembers(Members(other), shape, path, ignored: other.GetShape()),
        string json when json.TrimStart().StartsWith('{') => BindStructure(Json.Read(json, path)!, shape, path),
        _ when Named.Values(value) is { } values => BindMembers(values, shape, path),
        string or ValueType when Main(shape) is { } main => BindMembers([new(main.WireName, value)], shape, path),
        _ =>
            throw new BindingException(path, $"expected a hashtable, object or JSON with members of {shape.Name}, found {Describe(value)}"),
    };

    /// <summary>The one member that a text or a number alone can mean: the only one, or the only one that ECS requires.</summary>
    private static MemberShape? Main(StructureShape shape)
    {
        var candidates = shape.Members.Count == 1 ? shape.Members : [.. shape.Members.Where(member => member.IsRequired)];
        return candidates is [{ Value.Kind: not (ValueKind.Structure or ValueKind.List or ValueKind.Map or ValueKind.Document) } main]
            ? main
            : null;
    }

    private static IList BindList(object value, ValueShape shape, string path)
    {
        var list = (IList)Activator.CreateInstance(shape.Type)!;
        var element = shape.Element!;
        if (value is string json && json.TrimStart().StartsWith('[')) value = Json.Read(json, path)!;
        var items = value is IEnumerable several and not (string or IDictionary) ? several : new[] { value };
        foreach (var item in items)
        {
            if (item is null)
                throw new BindingException(
                    $"{path}[{list.Count}]",
                    $"expected {(element.Kind == ValueKind.Structure ? $"an object with the members of {element.Structure.Name}" : "a value")}, found null");
            if (Pairs(item, element) is { } pairs) pairs.ForEach(pair => list.Add(pair));
            else list.Add(Bind(item, element, $"{path}[{list.Count}]"));
        }

        return list;
    }

    /// <summary>
    /// Tags, environment variables and attributes as people write them: <c>@{ team = 'web' }</c>, one structure with a name and a value for
    /// each entry.
    /// </summary>
    private static List<object>? Pairs(object value, ValueShape element)
    {
        if (element.Kind != ValueKind.Structure || element.Structure.Members is not [var key, var text, ..] members) return null;
        if (key.Value.Kind != ValueKind.String || text.Value.Kind != ValueKind.String) return null;
        if (members.Count > 2 && (key.WireName, text.WireName) != ("name", "value")) return null;
        if (value is string or IStructure || Named.Values(value)?.ToList() is not { } entries) return null;
        var known = entries.Count(e => element.Structure.Find(e.Key) is not null);
        if (known == entries.Count || (members.Count > 2 && known > 0)) return null; // written out in full
        return entries.ConvertAll(entry =>
        {
            var pair = element.Structure.Create();
            key.Set(pair, entry.Key);
            text.Set(pair, Unwrap(entry.Value) is { } given ? Text(given) : "");
            return pair;
        });
    }

    private static IDictionary BindMap(object value, ValueShape shape, string path)
    {
        if (value is string json && json.TrimStart().StartsWith('{')) value = Json.Read(json, path)!;
        var values = Named.Values(value) ?? throw new BindingException(path, $"expected a hashtable, found {Describe(value)}");
        var map = (IDictionary)Activator.CreateInstance(shape.Type)!;
        foreach (var (name, item) in values) map[name] = Bind(item, shape.Element!, Join(path, name));
        return map;
    }

    private static string BindText(object value, ValueShape shape, string path)
    {
        if (value is IDictionary or PSCustomObject or IStructure || (value is IEnumerable and not string) || value is PSObject)
            throw new BindingException(path, $"expected a string, found {Describe(value)}");
        return ValuesAttribute.InApiCase(Text(value), shape.Values);
    }

    private static object BindScalar(object value, ValueShape shape, string path)
    {
        try
        {
            // PowerShell would call every text but the empty one true.
            if (shape.Kind == ValueKind.Boolean && value is string text)
                return text.Trim() is "1" or "0" ? text.Trim() == "1" : bool.Parse(text);
            if (shape.Kind == ValueKind.Boolean && value is SwitchParameter flag) return flag.ToBool();
            // it would be rounded
            if (shape.Kind is ValueKind.Integer or ValueKind.Long && value is double or decimal or string
                && LanguagePrimitives.TryConvertTo<decimal>(value, CultureInfo.InvariantCulture, out var number) && number % 1 != 0)
                throw new FormatException();
            // as in ECS's own JSON
            if (shape.Kind == ValueKind.Timestamp && value is int or long or double or decimal
                && LanguagePrimitives.ConvertTo<double>(value) is var seconds && WireTime.IsInRange(seconds))
                return WireTime.FromSeconds(seconds);
            return LanguagePrimitives.ConvertTo(value, shape.Type, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is PSInvalidCastException or FormatException)
        {
            throw new BindingException(path, $"expected {Expected(shape.Kind)}, found {Describe(value)}", e);
        }
    }

    private static JsonElement ToDocument(object value) => Json.ToElement(value);

    private static BindingException Unknown(string name, StructureShape shape, string path)
    {
        var names = shape.Members.Select(m => m.WireName).ToList();
        // ServiceName is meant as service
        var nearby = Spelling.Nearest(name, names) ?? names
            .Where(one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase))
            .MaxBy(one => one.Length);
        var hint = nearby is { } nearest ? $"did you mean {nearest}?" : $"it has {string.Join(", ", names)}.";
        return new BindingException(Join(path, name), $"{shape.Name} has no such member; {hint}");
    }

    /// <summary>The members of a structure that are set, by name.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Members(IStructure structure) =>
        structure
            .GetShape().Members
            .Select(m => System.Collections.Generic.KeyValuePair.Create(m.WireName, m.Get(structure)))
            .Where(m => m.Value is not null);

    private static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Expected(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => "true or false",
        ValueKind.Timestamp => "a time",
        ValueKind.Double => "a number",
        _ => "a whole number",
    };

    /// <summary>A value, as errors name it.</summary>
    public static string Describe(object value) => value switch
    {
        string text => $"'{text}'",
        IDictionary => "a hashtable",
        PSObject { BaseObject: not PSCustomObject } wrapped => Describe(wrapped.BaseObject),
        PSObject => "an object",
        IEnumerable => "a list",
        IStructure structure => $"a {structure.GetShape().Name}",
        ValueType => $"'{LanguagePrimitives.ConvertTo<string>(value)}'",
        _ => $"a {value.GetType().Name}",
    };
}
