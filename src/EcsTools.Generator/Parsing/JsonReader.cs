using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace EcsTools.Generator.Parsing;

/// <summary>
/// Reads the JSON of a model file. The compiler that loads the generator offers it only a reader that lets missing commas pass
/// and has no positions; errors must have the position of the wrong entry.
/// </summary>
internal sealed class JsonReader
{
    private readonly string json;
    private int at;
    private string path = "";

    private JsonReader(string json) => this.json = json;

    /// <summary>The outermost value; null, and a problem at the place, when the text is not JSON.</summary>
    public static JsonValue? Read(string json, List<ModelProblem> problems)
    {
        var reader = new JsonReader(json);
        try
        {
            var root = reader.ReadValue("", 0);
            if (reader.Next() != '\0') throw new FormatException("expected nothing more");
            return root;
        }
        catch (FormatException e)
        {
            problems.Add(new ModelProblem(reader.path, $"not JSON: {e.Message}", Math.Min(reader.at, json.Length)));
            return null;
        }
    }

    private JsonValue ReadValue(string name, int position) => Next() switch
    {
        '{' => new(path, name, position, "", ReadObject()),
        '[' => new(path, name, position, "", ReadList()),
        '"' => new(path, name, position, ReadText(), []),
        _ => new(path, name, position, ReadWord(), []),
    };

    private List<JsonValue> ReadObject()
    {
        var members = new List<JsonValue>();
        var names = new HashSet<string>();
        var outer = path;
        ReadItems('}', () =>
        {
            if (Next() != '"') throw new FormatException("expected a name");
            var position = at;
            var name = ReadText();
            path = outer.Length == 0 ? name : $"{outer}.{name}";
            if (!names.Add(name)) throw new FormatException("the name is there twice");
            if (Next() != ':') throw new FormatException("expected ':'");
            at++;
            members.Add(ReadValue(name, position));
        });
        path = outer;
        return members;
    }

    private List<JsonValue> ReadList()
    {
        var items = new List<JsonValue>();
        ReadItems(']', () =>
        {
            Next();
            items.Add(ReadValue($"{items.Count}", at));
        });
        return items;
    }

    private void ReadItems(char end, Action readItem)
    {
        at++;
        if (Next() != end)
        {
            readItem();
            while (Next() == ',')
            {
                at++;
                readItem();
            }
        }

        if (Next() != end) throw new FormatException($"expected ',' or '{end}'");
        at++;
    }

    private string ReadText()
    {
        var text = new StringBuilder();
        for (at++; at < json.Length && json[at] is not ('"' or '\n'); at++) text.Append(json[at] == '\\' ? ReadEscape() : json[at]);
        if (at >= json.Length || json[at] != '"') throw new FormatException("the text is not closed");
        at++;
        return text.ToString();
    }

    private char ReadEscape()
    {
        at++;
        switch (at < json.Length ? json[at] : '\0')
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case '"' or '\\' or '/': return json[at];
            case 'u' when at + 4 < json.Length
                && ushort.TryParse(json.Substring(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            default: throw new FormatException("unknown escape");
        }
    }

    private string ReadWord()
    {
        var start = at;
        while (at < json.Length && (char.IsLetterOrDigit(json[at]) || json[at] is '-' or '+' or '.')) at++;
        var word = json.Substring(start, at - start);
        if (word is "true" or "false" or "null" || double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return word;
        at = start;
        throw new FormatException("expected a value");
    }

    /// <summary>The next character that is not white space, which stays to be read; '\0' at the end.</summary>
    private char Next()
    {
        while (at < json.Length && char.IsWhiteSpace(json[at])) at++;
        return at < json.Length ? json[at] : '\0';
    }
}
