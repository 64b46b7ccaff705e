using System.Text.Json;
using NuGet.ProjectModel;

namespace EcsTools.Pack;

/// <summary>The bill of materials, as CycloneDX has it: every package whose assemblies the module brings along, by the lock files of its projects.</summary>
internal static class Sbom
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    public static byte[] Write(Manifest manifest, IEnumerable<string> lockFiles, IReadOnlySet<string> assemblies)
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
            foreach (var package in Packages(lockFiles).Where(package => assemblies.Contains(package.Id))) Write(json, package);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static IEnumerable<LockFileDependency> Packages(IEnumerable<string> lockFiles) => lockFiles
        .SelectMany(file => PackagesLockFileFormat.Read(file).Targets)
        .SelectMany(target => target.Dependencies)
        .Where(dependency => dependency.Type != PackageDependencyType.Project)
        .DistinctBy(dependency => (dependency.Id, dependency.ResolvedVersion))
        .OrderBy(dependency => dependency.Id, StringComparer.Ordinal);

    private static void Write(Utf8JsonWriter json, LockFileDependency package)
    {
        var version = package.ResolvedVersion.ToNormalizedString();
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("name", package.Id);
        json.WriteString("version", version);
        json.WriteString("purl", $"pkg:nuget/{package.Id}@{version}");
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", "SHA-512");
        json.WriteString("content", Convert.ToHexStringLower(Convert.FromBase64String(package.ContentHash)));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
