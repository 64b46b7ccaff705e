using System.IO.Compression;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Packaging.Licenses;
using NuGet.Versioning;

namespace EcsTools.Pack;

/// <summary>
/// The package for the PowerShell Gallery: the module's files, its license, icon, bill of materials, and the notices of others. The same
/// module gives the same bytes.
/// </summary>
public static class Package
{
    private const string Icon = "icon.png", License = "LICENSE", Bom = "bom.cdx.json", ThirdParty = "THIRD-PARTY-NOTICES.txt";

    /// <summary>Writes <c>EcsTools.version.nupkg</c>.</summary>
    /// <param name="module">The folder of the module as it was built.</param>
    /// <param name="repository">The folder of the sources, with the license and the icon.</param>
    /// <param name="into">The folder to write it into.</param>
    /// <returns>The file.</returns>
    public static string Write(string module, string repository, string into)
    {
        var manifest = Manifest.Read(Path.Combine(module, "EcsTools.psd1"));
        var builder = Describe(manifest);
        builder.Tags.UnionWith(Tags(manifest));
        foreach (var file in Directory.GetFiles(module, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Add(builder, file, Path.GetRelativePath(module, file));
        Add(builder, Path.Combine(repository, License), License);
        Add(builder, Path.Combine(repository, "docs", "images", Icon), Icon);
        var bom = Sbom.Create(repository, manifest.Version, Assemblies(builder));
        Add(builder, Sbom.Write(bom), Bom);
        Add(builder, Notices.Write(bom["components"]!.AsArray().Select(component => Component.Read(component!))), ThirdParty);

        Directory.CreateDirectory(into);
        var package = Path.Combine(into, $"EcsTools.{manifest.Version}.nupkg");
        using (var stream = File.Create(package)) builder.Save(stream);
        ForgetTimes(package);
        return package;
    }

    // The builder writes when it was that each file was packed.
    private static void ForgetTimes(string package)
    {
        using var archive = ZipFile.Open(package, ZipArchiveMode.Update);
        foreach (var entry in archive.Entries) entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private static PackageBuilder Describe(Manifest manifest) => new(deterministic: true)
    {
        Id = "EcsTools",
        Version = NuGetVersion.Parse(manifest.Version),
        Authors = { manifest.Author },
        Owners = { manifest.Company },
        Description = manifest.Description,
        Copyright = manifest.Copyright,
        ReleaseNotes = manifest.ReleaseNotes,
        LicenseMetadata = new LicenseMetadata(
            LicenseType.Expression, "Apache-2.0", NuGetLicenseExpression.Parse("Apache-2.0"), [], LicenseMetadata.EmptyVersion),
        Icon = Icon,
    };

    // The gallery finds modules, and what they export, by these.
    private static string[] Tags(Manifest manifest) =>
        [
            "PSModule", .. manifest.Tags, "PSIncludes_Cmdlet", .. manifest.Cmdlets.Select(cmdlet => $"PSCmdlet_{cmdlet}"),
            .. manifest.Cmdlets.Select(cmdlet => $"PSCommand_{cmdlet}"),
        ];

    private static void Add(PackageBuilder builder, byte[] content, string name) =>
        builder.Files.Add(new PhysicalPackageFile(new MemoryStream(content)) { TargetPath = name });

    private static void Add(PackageBuilder builder, string file, string name) =>
        builder.Files.Add(new PhysicalPackageFile { SourcePath = file, TargetPath = name });

    private static HashSet<string> Assemblies(PackageBuilder builder) =>
        builder.Files
            .Where(file => file.Path.EndsWith(".dll", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file.Path))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
