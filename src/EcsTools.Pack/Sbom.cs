using System.Text.Json;

namespace EcsTools.Pack;

/// <summary>The bill of materials, as CycloneDX has it: every package that the module brings along, with its license.</summary>
internal static class Sbom
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public static byte[] Write(Manifest manifest, IEnumerable<Component> components)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            json.WriteStartObject("component");
            json.WriteString("type", "library");
            json.WriteString("name", "EcsTools");
            json.WriteString("version", manifest.Version);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("components");
            foreach (var component in components) Write(json, component);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, Component component)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("name", component.Id);
        json.WriteString("version", component.Version);
        json.WriteString("purl", $"pkg:nuget/{component.Id}");
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteString("expression", component.License);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", "SHA-512");
        json.WriteString("content", component.Sha512);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
