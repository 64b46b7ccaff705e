using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using EcsTools.Pack;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Pack;

/// <summary>The package for the PowerShell Gallery, made from the module as it was built.</summary>
public sealed class PackageTests : IDisposable
{
    private static readonly string Module = Path.GetDirectoryName(EcsPrompt.ModulePath)!;
    private static readonly string[] Extensions = [".dll", ".psd1", ".ps1xml", ".txt", ".xml", ".png", ".json", ".nuspec", ".psmdcp", ".rels", ""];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-pack-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_same_module_makes_the_same_bytes()
    {
        var first = File.ReadAllBytes(Write("one"));
        Assert.Equal(first, File.ReadAllBytes(Write("two")));
        Assert.InRange(first.Length, 100_000, 5_000_000);
    }

    [Fact]
    public void It_unpacks_into_a_module_that_imports_and_works()
    {
        var version = XDocument.Parse(Text(Write("package"), "EcsTools.nuspec")).Descendants().Single(e => e.Name.LocalName == "version").Value;
        var installed = Path.Combine(folder.FullName, "Modules", "EcsTools", version);
        ZipFile.ExtractToDirectory(Write("package"), installed);
        using var prompt = new EcsPrompt();
        prompt.Run($"Remove-Module EcsTools; $env:PSModulePath = '{folder.FullName}/Modules'; Import-Module EcsTools -RequiredVersion {version}").Clean();
        Assert.Equal(installed, prompt.Run("(Get-Module EcsTools).ModuleBase").One<string>());
        Assert.Equal("shop", prompt.Run("$null = Start-EcsLocal; (New-EcsCluster shop).ClusterName; Stop-EcsLocal").One<string>());
    }

    [Fact]
    public void It_holds_no_stray_file()
    {
        using var package = ZipFile.OpenRead(Write("package"));
        Assert.All(package.Entries, entry => Assert.Contains(Path.GetExtension(entry.FullName), Extensions));
        Assert.Superset(new HashSet<string> { "EcsTools.psd1", "EcsTools.format.ps1xml", "LICENSE", "icon.png", "bom.cdx.json", "THIRD-PARTY-NOTICES.txt", "bin/EcsTools.dll", "bin/client/AWSSDK.Core.dll" },
            package.Entries.Select(entry => entry.FullName).ToHashSet());
        Assert.Null(package.GetEntry("bin/AWSSDK.Core.dll"));
    }

    [Fact]
    public void Its_metadata_is_the_manifests_and_names_every_cmdlet()
    {
        var metadata = XDocument.Parse(Text(Write("package"), "EcsTools.nuspec")).Descendants().Where(e => !e.HasElements).ToLookup(e => e.Name.LocalName, e => e.Value);
        using var prompt = new EcsPrompt();
        Assert.Equal(prompt.Run("\"$((Get-Module EcsTools).Version)\"").One<string>(), metadata["version"].Single());
        Assert.Equal(prompt.Run("(Get-Module EcsTools).Description").One<string>(), metadata["description"].Single());
        Assert.Equal("Apache-2.0", metadata["license"].Single());
        Assert.Equal("icon.png", metadata["icon"].Single());
        var tags = metadata["tags"].Single().Split(' ').ToHashSet();
        Assert.Superset(new HashSet<string> { "PSModule", "PSEdition_Core" }, tags);
        Assert.All(prompt.Run("(Get-Module EcsTools).ExportedCmdlets.Keys").All<string>(), cmdlet => Assert.Contains($"PSCmdlet_{cmdlet}", tags));
    }

    [Fact]
    public void Its_bill_of_materials_names_every_assembly_of_somebody_else()
    {
        var file = Write("package");
        using var package = ZipFile.OpenRead(file);
        var others = package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) && !entry.Name.StartsWith("EcsTools", StringComparison.Ordinal)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).ToList();
        var components = JsonNode.Parse(Text(file, "bom.cdx.json"))!["components"]!.AsArray();
        Assert.Equal(others.Order(StringComparer.Ordinal), components.Select(c => (string)c!["name"]!).Order(StringComparer.Ordinal));
        Assert.All(components, c => Assert.Equal(128, ((string)c!["hashes"]![0]!["content"]!).Length));
        Assert.All(components, c => Assert.Contains((string)c!["licenses"]![0]!["expression"]!, new[] { "MIT", "Apache-2.0" }));
        var notices = Text(file, "THIRD-PARTY-NOTICES.txt");
        Assert.All(others, other => Assert.Contains($"\n{other} ", notices));
        Assert.Contains("Permission is hereby granted, free of charge", notices);
    }

    private static string Text(string package, string entry)
    {
        using var archive = ZipFile.OpenRead(package);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    private string Write(string into) => Package.Write(Module, EcsPrompt.Metadata("Repository"), Path.Combine(folder.FullName, into));
}
