using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using EcsTools.Pack;
using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Pack;

/// <summary>The package for the PowerShell Gallery, made from the module as it was built.</summary>
/// <param name="package">The package, which is written once for all tests.</param>
public sealed class PackageTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private static readonly string[] Extensions = [".dll", ".psd1", ".ps1xml", ".txt", ".xml", ".png", ".json", ".nuspec", ".psmdcp", ".rels", ""];

    [Fact]
    public void The_same_module_makes_the_same_bytes()
    {
        var first = File.ReadAllBytes(package.File);
        Assert.Equal(first, File.ReadAllBytes(package.Write("again")));
        Assert.InRange(first.Length, 100_000, 5_000_000);
    }

    [Fact]
    public void It_unpacks_into_a_module_that_imports_and_works()
    {
        var version = XDocument.Parse(Text(package.File, "EcsTools.nuspec")).Descendants().Single(e => e.Name.LocalName == "version").Value;
        var installed = Path.Combine(package.Folder, "Modules", "EcsTools", version);
        ZipFile.ExtractToDirectory(package.File, installed);
        using var prompt = new EcsPrompt();
        prompt.Run($"Remove-Module EcsTools; $env:PSModulePath = '{package.Folder}/Modules'; Import-Module EcsTools -RequiredVersion {version}").Clean();
        Assert.Equal(installed, prompt.Run("(Get-Module EcsTools).ModuleBase").One<string>());
        Assert.Equal("shop", prompt.Run("$null = Start-EcsLocal; (New-EcsCluster shop).ClusterName; Stop-EcsLocal").One<string>());
    }

    [Fact]
    public void It_holds_no_stray_file()
    {
        using var archive = ZipFile.OpenRead(package.File);
        Assert.All(archive.Entries, entry => Assert.Contains(Path.GetExtension(entry.FullName), Extensions));
        Assert.Superset(new HashSet<string> { "EcsTools.psd1", "EcsTools.format.ps1xml", "LICENSE", "icon.png", "bom.cdx.json", "THIRD-PARTY-NOTICES.txt", "bin/EcsTools.dll", "bin/client/AWSSDK.Core.dll" },
            archive.Entries.Select(entry => entry.FullName).ToHashSet());
        Assert.Null(archive.GetEntry("bin/AWSSDK.Core.dll"));
    }

    [Fact]
    public void Its_metadata_is_the_manifests_and_names_every_cmdlet()
    {
        var metadata = XDocument.Parse(Text(package.File, "EcsTools.nuspec")).Descendants().Where(e => !e.HasElements).ToLookup(e => e.Name.LocalName, e => e.Value);
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
        using var archive = ZipFile.OpenRead(package.File);
        var others = archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) && !entry.Name.StartsWith("EcsTools", StringComparison.Ordinal)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).ToList();
        var components = JsonNode.Parse(Text(package.File, "bom.cdx.json"))!["components"]!.AsArray();
        Assert.Equal(others.Order(StringComparer.Ordinal), components.Select(c => (string)c!["name"]!).Order(StringComparer.Ordinal));
        Assert.All(components, c => Assert.Equal(128, ((string)c!["hashes"]![0]!["content"]!).Length));
        Assert.All(components, c => Assert.Contains((string)c!["licenses"]![0]!["license"]!["id"]!, new[] { "MIT", "Apache-2.0" }));
        Assert.All(components, c => Assert.Equal($"pkg:nuget/{c!["name"]}@{c["version"]}", (string)c["purl"]!));
        var notices = Text(package.File, "THIRD-PARTY-NOTICES.txt");
        Assert.All(others, other => Assert.Contains($"\n{other} ", notices));
        Assert.Contains("Permission is hereby granted, free of charge", notices);
    }

    private static string Text(string package, string entry)
    {
        using var archive = ZipFile.OpenRead(package);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }
}

/// <summary>The package, in a folder of its own.</summary>
public sealed class PackageFixture : IDisposable
{
    private static readonly string Module = Path.GetDirectoryName(EcsPrompt.ModulePath)!;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-pack-");

    public PackageFixture() => File = Write("package");

    public string File { get; }

    public string Folder => folder.FullName;

    public string Write(string into) => Package.Write(Module, EcsPrompt.Metadata("Repository"), Path.Combine(Folder, into));

    public void Dispose() => folder.Delete(recursive: true);
}
