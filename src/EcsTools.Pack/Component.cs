using System.Text.Json.Nodes;
using NuGet.Configuration;
using NuGet.Packaging;

namespace EcsTools.Pack;

/// <summary>A third-party package in the module, with the license from its metadata.</summary>
/// <param name="Id">The name on NuGet.</param>
/// <param name="Version">The version.</param>
/// <param name="License">The license, as an SPDX expression.</param>
/// <param name="Authors">The authors.</param>
/// <param name="Copyright">Its copyright line, if it has one.</param>
/// <param name="Project">The project's address.</param>
/// <param name="Notices">Its own third-party notices; null if it has no such file.</param>
internal sealed record Component(
    string Id, string Version, string License, string Authors, string Copyright, string Project, string? Notices)
{
    private static readonly string Installed = SettingsUtility.GetGlobalPackagesFolder(Settings.LoadDefaultSettings(null));

    /// <summary>A component of the bill of materials, with the facts in its package.</summary>
    public static Component Read(JsonNode component)
    {
        var (id, version) = ((string)component["name"]!, (string)component["version"]!);
        var folder = Path.Combine(Installed, id.ToLowerInvariant(), version.ToLowerInvariant());
        var about = new NuspecReader(Path.Combine(folder, $"{id.ToLowerInvariant()}.nuspec"));
        var license = about.GetLicenseMetadata()?.License ?? throw new FormatException($"{id} {version} names no license.");
        var notices = Directory.GetFiles(folder, "THIRD-PARTY-NOTICES*").Select(File.ReadAllText).SingleOrDefault();
        return new(id, version, license, about.GetAuthors(), about.GetCopyright(), about.GetProjectUrl(), notices);
    }
}
