using System.Collections.Frozen;
using System.Reflection;
using EcsTools.Local.Http;

namespace EcsTools.Show.Serving;

/// <summary>The files of the page. They are part of this assembly.</summary>
internal static class PageFiles
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, byte[]> Files = Assembly.GetExecutingAssembly()
        .GetManifestResourceNames()
        .ToFrozenDictionary(name => name, Read);

    /// <summary>The text of a file.</summary>
    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Files[name]);

    /// <summary>The names of the files with an ending.</summary>
    public static IEnumerable<string> Names(string ending) =>
        Files.Keys.Where(name => name.EndsWith(ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>A file as an answer; null if there is none of that name.</summary>
    public static Answer? Find(string name) =>
        Files.TryGetValue(name, out var content) && Types.TryGetValue(Path.GetExtension(name), out var type)
            ? new Answer(200, type, content)
            : null;

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
