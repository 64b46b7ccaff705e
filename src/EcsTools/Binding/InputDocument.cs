using System.Text;
using EcsTools.Model;
using EcsTools.Session;

namespace EcsTools.Binding;

/// <summary>The values of a text in JSON or YAML, with their lines.</summary>
internal sealed class InputDocument
{
    private readonly Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);

    private InputDocument(string text, bool isYaml) => Root = isYaml ? Yaml(text) : Json.Read(text, "", Place);

    /// <summary>The value: hashtables, lists and texts.</summary>
    public object? Root { get; }

    /// <summary>Whether a text is a document itself, and not the name of a file.</summary>
    public static bool IsText(string given) =>
        Bare(given) is { Length: > 0 } text && (text[0] is '{' or '[' || text.Contains('\n', StringComparison.Ordinal));

    /// <summary>Reads a text: JSON where it begins as such, else YAML.</summary>
    /// <exception cref="BindingException">It is neither.</exception>
    public static InputDocument OfText(string text) => new(Bare(text), isYaml: Bare(text)[0] is not ('{' or '['));

    /// <summary>Reads a file: JSON or YAML by its extension, else by how it begins.</summary>
    /// <exception cref="BindingException">It is neither, or no text.</exception>
    public static InputDocument OfFile(string path)
    {
        var text = TextOf(path);
        if (text.Length == 0) throw new BindingException("", "the file is empty");
        var document = new InputDocument(text, Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".YAML" or ".YML" => true,
            ".JSON" => false,
            _ => text.TrimStart()[0] is not ('{' or '['),
        });
        return document.lines.Count > 0 ? document : throw new BindingException("", "the file has no value, only comments");
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="BindingException">It isn't a string.</exception>
    public static string TextOf(string path) => Bare(Decoded(File.ReadAllBytes(path)));

    /// <summary>The line where a value stands, by its path or, where the path leads to nothing, that of what should hold it.</summary>
    public int? LineOf(params string[] paths)
    {
        foreach (var path in paths)
        {
            if (lines.TryGetValue(path, out var line)) return line;
        }

        return null;
    }

    private void Place(string path, int line) => lines[path] = line;

    private object? Yaml(string text)
    {
        try
        {
            return Clients.Yaml.Read(text, Place);
        }
        catch (NotYamlException e)
        {
            throw new BindingException("", $"not YAML: {e.Message} (column {e.Column})", e, e.Line);
        }
    }

    private static string Bare(string text) => text.TrimStart('\uFEFF') is var bare && string.IsNullOrWhiteSpace(bare) ? "" : bare;

    /// <summary>
    /// UTF-8, or the encoding of a byte order mark. Any other encoding would be a guess, with wrong letters and no error.
    /// </summary>
    private static string Decoded(byte[] bytes)
    {
        var encoding = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
            [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => (Encoding)new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        };
        if (encoding is UTF8Encoding && Array.IndexOf(bytes, (byte)0) >= 0)
            throw new BindingException("", "the file looks like UTF-16 without a byte order mark. Save it as UTF-8");
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new BindingException(
                "",
                "the file is not UTF-8. Save it as UTF-8",
                e,
                encoding is UTF8Encoding ? new LineCounter(bytes).LineOf(Math.Max(0, e.Index)) : null);
        }
    }
}
