using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcsTools.Show.Serving;
using EcsTools.Show.Timelines;

namespace EcsTools.Show.Export;

/// <summary>
/// The page with a time line in it, as one file that needs no server. It loads nothing, and runs no other script than its own.
/// </summary>
internal static partial class TimelinePage
{
    /// <summary>The modules in an order in which each comes after those that it imports.</summary>
    private static readonly string[] Modules = [
        "world.js", "dom.js", "paint.js", "dots.js", "places.js", "picture.js", "panels.js", "timeline.js", "local.js", "page.js",
    ];

    /// <summary>The file.</summary>
    public static byte[] Make(Timeline timeline)
    {
        var style = PageFiles.Text("style.css");
        var script = $"'use strict';\n{string.Join('\n', Modules.Select(Inlined))}";
        var policy =
            $"default-src 'none'; img-src data:; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";
        var icon = Convert.ToBase64String(Encoding.UTF8.GetBytes(PageFiles.Text("icon.svg")));
        return Encoding.UTF8.GetBytes(PageFiles.Text("index.html").ReplaceLineEndings("\n")
            .Replace(
                "<link rel=\"icon\" href=\"icon.svg\">",
                $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">",
                StringComparison.Ordinal)
            .Replace("<link rel=\"stylesheet\" href=\"style.css\">", $"<style>{style}</style>", StringComparison.Ordinal)
            .Replace("<script type=\"module\" src=\"page.js\"></script>\n", "", StringComparison.Ordinal)
            .Replace(
                "</body>",
                $"<script type=\"application/json\" id=\"recorded\">{Recorded(timeline)}</script>\n<script>{script}</script>\n</body>",
                StringComparison.Ordinal));
    }

    // The modules are in one script now.
    private static string Inlined(string module) =>
        Export().Replace(Import().Replace(PageFiles.Text(module).ReplaceLineEndings("\n"), ""), "");

    // The JSON has no < of its own: the serializer escapes it.
    private static string Recorded(Timeline timeline)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { SkipValidation = true })) timeline.Write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    [GeneratedRegex("^import .*\n", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("^export ", RegexOptions.Multiline)]
    private static partial Regex Export();
}
