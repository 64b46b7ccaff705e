using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcsTools.Pack;

/// <summary>The bill of materials: every third-party package in the module, with its license. The CycloneDX tool writes it.</summary>
internal static class Sbom
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Runs the tool for the client, the only project whose packages are in the module.</summary>
    /// <param name="repository">The folder of the sources, which were restored.</param>
    /// <param name="version">The version of the module.</param>
    /// <param name="assemblies">The assemblies in the package: others aren't needed by the runtimes of the module.</param>
    public static JsonNode Create(string repository, string version, IReadOnlySet<string> assemblies)
    {
        var folder = Directory.CreateTempSubdirectory("ecstools-bom-");
        try
        {
            Run(
                repository, "exec", BuildFacts.CycloneDX, Path.Combine(
                    "src", "EcsTools.Client", "EcsTools.Client.csproj"), "--disable-package-restore", "--no-serial-number",
                "--url",
                BuildFacts.PackageFolder, // the tool would ask NuGet
                "--output",
                folder.FullName,
                "--filename",
                "bom.json",
                "--output-format",
                "Json",
                "--spec-version",
                "1.6",
                "--set-name",
                "EcsTools",
                "--set-version",
                version,
                "--set-type",
                "Library");
            return Reduced(JsonNode.Parse(File.ReadAllText(Path.Combine(folder.FullName, "bom.json")))!, assemblies);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static byte[] Write(JsonNode bom) => Encoding.UTF8.GetBytes(bom.ToJsonString(Indented) + "\n");

    // Without the time, the same module gives the same bytes.
    private static JsonNode Reduced(JsonNode bom, IReadOnlySet<string> assemblies)
    {
        bom["metadata"]!.AsObject().Remove("timestamp");
        var absent = bom["components"]!.AsArray().Where(component => !assemblies.Contains((string)component!["name"]!)).ToList();
        var references = absent.Select(component => (string)component!["bom-ref"]!).ToHashSet();
        foreach (var component in absent) bom["components"]!.AsArray().Remove(component);
        bom["dependencies"]!.AsArray().RemoveAll(dependency => references.Contains((string)dependency!["ref"]!));
        foreach (var dependency in bom["dependencies"]!.AsArray())
            dependency!["dependsOn"]?.AsArray().RemoveAll(reference => references.Contains((string)reference!));
        return bom;
    }

    private static void Run(string repository, params string[] arguments)
    {
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = dotnet.StandardError.ReadToEndAsync();
        var output = dotnet.StandardOutput.ReadToEnd();
        dotnet.WaitForExit();
        if (dotnet.ExitCode != 0)
            throw new InvalidOperationException($"'dotnet {string.Join(' ', arguments)}' ended with exit code {dotnet.ExitCode}:\n{output}{error.Result}");
    }
}
