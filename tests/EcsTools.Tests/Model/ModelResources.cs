using System.Text.Json;

namespace EcsTools.Tests.Model;

/// <summary>The model's files as they were when the tests were built.</summary>
internal static class ModelResources
{
    public static JsonElement Facts { get; } = Json("ecs.json");

    public static JsonElement Docs { get; } = Json("ecs.docs.json");

    /// <summary>The hand-written sources that generated structures and operations stand on.</summary>
    public static IReadOnlyList<string> WireSources { get; } =
        [.. typeof(ModelResources).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Source/", StringComparison.Ordinal)).Select(Text)];

    private static JsonElement Json(string name) => JsonDocument.Parse(Text(name)).RootElement;

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(ModelResources).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
